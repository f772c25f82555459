/** Colleagues in whose name the demo's messages were sent. */
export const members = [
  {
    id: "member_00000000000000000000000000000001",
    name: "Lotte Verbeke",
    email: "lotte@spreekuur.example",
    role: "admin",
    locale: "nl",
  },
  {
    id: "member_00000000000000000000000000000002",
    name: "Joris Dewaele",
    email: "joris@spreekuur.example",
    role: "agent",
    locale: "nl",
  },
  {
    id: "member_00000000000000000000000000000003",
    name: "Amélie Rousseau",
    email: "amelie@spreekuur.example",
    role: "agent",
    locale: "fr",
  },
] as const;

const [lotte, joris, amelie] = members;

export const memberIds = { Lotte: lotte.id, Joris: joris.id, Amélie: amelie.id };
