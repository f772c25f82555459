import type { D1Database } from "@cloudflare/workers-types";

type Phone = { address: string; name: string | null };

/** Phones of the demo practices and of unknown senders, last the one to stand on top. */
export const demoPhones = async (db: D1Database): Promise<Phone[]> => {
  const { results } = await db
    .prepare(
      `SELECT cp.address, p.name FROM contact_points cp LEFT JOIN practices p ON p.id = cp.practice_id
       WHERE cp.channel = 'sms' AND coalesce(p.is_demo, 1) = 1 ORDER BY p.id DESC LIMIT 60`,
    )
    .all<Phone>();
  return results;
};

/** Puts them on the simulator's page. */
export const namePhones = async (simulatorUrl: string, phones: readonly Phone[]): Promise<void> => {
  for (const phone of phones)
    await fetch(`${simulatorUrl}/_simulator/phones`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(phone),
    });
};
