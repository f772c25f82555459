import type { Urls } from "../local/worker-variables.ts";
import { type Colleague, colleagues, type Session } from "./provided.ts";
import { mailedLink, redeem } from "./sign-in-by-mail.ts";

type Invited = Exclude<Colleague, "lotte">;

/** The admin invites them; each signs in through the mail. */
export const inviteColleagues = async (
  urls: Urls,
  admin: Session,
): Promise<Record<Invited, Session>> => {
  const signIn = async (who: Invited): Promise<Session> => {
    const answer = await fetch(`${urls.app}/api/team/members`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: urls.app,
        cookie: `${admin.name}=${admin.value}`,
      },
      body: JSON.stringify(colleagues[who]),
    });
    if (answer.status !== 201) throw new Error(`Inviting ${who}: ${answer.status}`);
    return redeem(urls, await mailedLink(urls, colleagues[who].email));
  };
  const [bram, claire, emma] = [await signIn("bram"), await signIn("claire"), await signIn("emma")];
  return { bram, claire, emma };
};
