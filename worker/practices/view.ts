import type { ContactChannel, Language, LineType } from "#contracts/channels.ts";
import type { ContactPoint, Practice, Profession } from "#contracts/practices.ts";

/** A row of `practiceSelect`. */
export type PracticeRow = {
  id: number;
  name: string;
  municipality: string | null;
  postcode: string | null;
  language: Language;
  profession: Profession | null;
  riziv: string | null;
  is_demo: number;
  created_at: number;
  updated_at: number;
  conversation_id: string | null;
  contact_points: string;
};

type ContactPointJson = {
  id: string;
  channel: ContactChannel;
  address: string;
  line_type: LineType | null;
  opted_out: number;
  people: { id: string; name: string }[];
};

/** Everything a practice's view needs; append a WHERE over `p`. */
export const practiceSelect = `
  SELECT p.id, p.name, p.municipality, p.postcode, p.language, p.profession, p.riziv, p.is_demo,
    p.created_at, p.updated_at,
    (SELECT c.id FROM conversations c WHERE c.practice_id = p.id AND c.practice_id IS NOT NULL
       AND c.merged_into IS NULL) AS conversation_id,
    (SELECT json_group_array(json_object(
       'id', cp.id, 'channel', cp.channel, 'address', cp.address, 'line_type', cp.line_type,
       'opted_out', EXISTS (SELECT 1 FROM suppressions s WHERE s.channel = cp.channel
         AND s.address_hash = cp.address_hash AND s.lifted_at IS NULL),
       'people', (SELECT json_group_array(json_object('id', w.id, 'name', w.name))
         FROM contact_point_people l JOIN people w ON w.id = l.person_id
         WHERE l.contact_point_id = cp.id)))
     FROM (SELECT * FROM contact_points WHERE practice_id = p.id ORDER BY created_at, id) cp
    ) AS contact_points
  FROM practices p`;

export const practiceView = (row: PracticeRow): Practice => ({
  id: row.id,
  name: row.name,
  municipality: row.municipality,
  postcode: row.postcode,
  language: row.language,
  profession: row.profession,
  riziv: row.riziv,
  is_demo: row.is_demo === 1,
  conversation_id: row.conversation_id,
  contact_points: contactPoints(row.contact_points),
  created_at: new Date(row.created_at).toISOString(),
  updated_at: new Date(row.updated_at).toISOString(),
});

// The JSON is built by practiceSelect, in this shape.
const contactPoints = (json: string): ContactPoint[] =>
  (JSON.parse(json) as ContactPointJson[]).map((point) => ({
    ...point,
    opted_out: point.opted_out === 1,
  }));
