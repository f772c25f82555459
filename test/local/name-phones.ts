import type { D1Database } from "@cloudflare/workers-types";

type Phone = { address: string; name: string };

/** Phones of the demo practices, under the names of who holds them. */
export const demoPhones = async (db: D1Database): Promise<Phone[]> => {
  const { results } = await db
    .prepare(
      `SELECT cp.address, p.name FROM contact_points cp JOIN practices p ON p.id = cp.practice_id
       WHERE p.is_demo = 1 AND cp.channel = 'sms' ORDER BY p.id`,
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
