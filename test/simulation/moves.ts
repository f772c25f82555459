import { backlog } from "./backlog.ts";
import type { Colleague } from "./colleagues.ts";
import { allPhones, type Play, strangers } from "./play.ts";
import type { Rng } from "./rng.ts";
import { strayStatus } from "./stray-status.ts";
import { openTab } from "./tab.ts";
import { words } from "./texts.ts";
import { hostileWebhook } from "./hostile-webhook.ts";

type Move = { weight: number; play(play: Play, by: Rng): Promise<void> };

const members = ["anna", "bram"] as const satisfies readonly Colleague[];
const everyone = ["anna", "bram", "crm"] as const satisfies readonly Colleague[];

/** What happens in a seed, and how often. Each move looks at the world as it is when its turn comes. */
export const moves = {
  text_in: { weight: 22, play: textIn },
  word_in: { weight: 7, play: wordIn },
  reply: { weight: 24, play: reply },
  send: { weight: 14, play: send },
  retry: { weight: 8, play: retry },
  link: { weight: 6, play: link },
  mark_read: { weight: 9, play: markRead },
  create_practice: { weight: 2, play: createPractice },
  add_number: { weight: 3, play: addNumber },
  remove_number: { weight: 3, play: removeNumber },
  erase: { weight: 2, play: erase },
  change: { weight: 1, play: changePractice },
  open_tab: { weight: 4, play: openTabMove },
  hostile: { weight: 3, play: hostile },
  stray: { weight: 4, play: stray },
  in_doubt: { weight: 3, play: inDoubt },
  drive_again: { weight: 2, play: driveAgain },
  backlog: { weight: 1, play: leaveBacklog },
} satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

/** A text of a practice or a stranger; several at once now and then, as a long one may come. */
async function textIn(play: Play, by: Rng) {
  const from = by.chance(0.35) ? by.pick(strangers) : by.pick(allPhones);
  const count = by.chance(0.15) ? by.int(2, 5) : 1;
  for (let i = 0; i < count; i += 1) {
    play.twilio.textIn(from, play.text("text"));
    if (by.chance(0.5)) await play.world.sleep(by.int(0, 60));
  }
}

async function wordIn(play: Play, by: Rng) {
  play.twilio.textIn(by.pick(allPhones), by.pick(words));
}

type ConversationRow = { id: string; last_message_id: string | null; address: string | null };

const conversations = (play: Play) =>
  play.house.read<ConversationRow>(
    `SELECT c.id, c.last_message_id, (SELECT address FROM messages WHERE conversation_id = c.id
       ORDER BY at DESC, seq DESC LIMIT 1) AS address
     FROM conversations c WHERE merged_into IS NULL ORDER BY c.created_at, c.id`,
  );

const practices = (play: Play) =>
  play.house.read<{ id: number; name: string }>(
    `SELECT id, name FROM practices WHERE erased_at IS NULL ORDER BY id`,
  );

/** An answer in a conversation; a second click or a colleague at the same instant. */
async function reply(play: Play, by: Rng) {
  const conversation = by.any(conversations(play));
  if (!conversation) return textIn(play, by);
  const content = play.text("reply");
  const id = messageId(play, by);
  const expected = by.chance(0.2) ? conversation.last_message_id : null;
  const body = {
    id,
    conversation_id: conversation.id,
    channel: "sms",
    content,
    ...(expected === null ? {} : { expected_last_message_id: expected }),
  };
  const asked = {
    as: by.pick(members),
    method: "POST",
    path: "/api/inbox/reply",
    body,
    about: expected,
  } as const;
  const once = mean(play, content, () => play.product.insist(asked));
  const others: Promise<void>[] = [];
  if (play.world.strikes(by, "text_during_send") && conversation.address)
    others.push(interrupt(play, by, conversation.address));
  if (play.world.strikes(by, "colleague_too")) {
    const theirs = play.text("reply");
    const other = { ...body, id: messageId(play, by), content: theirs };
    others.push(
      by.chance(0.5)
        ? mean(play, content, () => play.product.insist(asked))
        : mean(play, theirs, () =>
            play.product.insist({ ...asked, as: by.pick(members), body: other }),
          ),
    );
  }
  await Promise.all([once, ...others]);
}

async function send(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  if (!practice) return;
  const content = play.text("sms");
  const asked = {
    as: by.pick(everyone),
    method: "POST",
    path: "/api/sms/send",
    body: { practice_id: practice.id, content },
    headers: { "idempotency-key": content },
  } as const;
  const number = play.house.read<{ address: string }>(
    `SELECT address FROM contact_points WHERE practice_id = ? ORDER BY created_at, id`,
    practice.id,
  )[0];
  await Promise.all([
    mean(play, content, () => play.product.insist(asked)),
    play.world.strikes(by, "colleague_too")
      ? mean(play, content, () => play.product.insist(asked))
      : null,
    number && play.world.strikes(by, "text_during_send")
      ? interrupt(play, by, number.address)
      : null,
    by.chance(0.12) ? eraseOf(play, by, practice) : null,
    by.chance(0.12) ? removeNumberOf(play, by, practice.id) : null,
  ]);
}

/** Whoever is being written to writes at that moment, often to say stop. */
async function interrupt(play: Play, by: Rng, address: string) {
  await play.world.sleep(by.int(0, by.chance(0.5) ? 40 : 2_000));
  play.twilio.textIn(address, by.chance(0.7) ? by.pick(words) : play.text("text"));
}

async function retry(play: Play, by: Rng) {
  const old = by.any(
    play.house.read<{ id: string }>(
      `SELECT id FROM messages WHERE direction = 'outbound' AND content <> ''
         AND status IN ('failed', 'unknown', 'skipped') ORDER BY seq`,
    ),
  );
  if (!old) return reply(play, by);
  const asked = {
    as: by.pick(members),
    method: "POST",
    path: `/api/messages/${old.id}/retry`,
    body: { accept_possible_duplicate: by.chance(0.8) },
  } as const;
  await Promise.all([
    play.product.insist(asked),
    play.world.strikes(by, "colleague_too") ? play.product.insist(asked) : null,
  ]);
}

async function link(play: Play, by: Rng) {
  const unknown = by.any(
    play.house.read<{ id: string }>(
      `SELECT id FROM conversations WHERE contact_point_id IS NOT NULL AND merged_into IS NULL ORDER BY id`,
    ),
  );
  const practice = by.any(practices(play));
  if (!unknown || !practice) return textIn(play, by);
  const other = by.any(practices(play)) ?? practice;
  await Promise.all([
    linkTo(play, by, unknown.id, practice.id),
    play.world.strikes(by, "colleague_too") ? linkTo(play, by, unknown.id, other.id) : null,
  ]);
}

async function linkTo(play: Play, by: Rng, conversation: string, practice: number) {
  const answer = await play.product.insist({
    as: by.pick(members),
    method: "POST",
    path: `/api/inbox/conversation/${conversation}/link`,
    body: { practice_id: practice },
  });
  if (answer?.status === 200) play.linked.push({ conversation, practice });
}

async function markRead(play: Play, by: Rng) {
  const conversation = by.any(conversations(play));
  if (!conversation) return;
  const up_to = by.chance(0.5)
    ? (by.any(
        play.house.read<{ id: string }>(
          `SELECT id FROM messages WHERE conversation_id = ? ORDER BY seq`,
          conversation.id,
        ),
      )?.id ?? null)
    : null;
  const asked = {
    as: by.pick(members),
    method: "PUT",
    path: `/api/inbox/mark-read/${conversation.id}`,
    body: up_to === null ? {} : { up_to },
    about: up_to,
  } as const;
  const reading = play.product.insist(asked);
  const { address } = conversation;
  if (play.world.strikes(by, "text_during_send") && address)
    play.twilio.textIn(address, play.text("text"));
  await reading;
}

async function createPractice(play: Play, by: Rng) {
  await play.product.insist({
    as: by.pick(everyone),
    method: "POST",
    path: "/api/practices",
    body: {
      name: play.text("practice"),
      contact_points: [{ channel: "sms", address: by.pick(strangers) }],
    },
  });
}

async function addNumber(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  if (!practice) return;
  await play.product.insist({
    as: by.pick(everyone),
    method: "POST",
    path: `/api/practices/${practice.id}/contact-points`,
    body: {
      channel: "sms",
      address: by.chance(0.6) ? by.pick(strangers) : by.pick(allPhones),
      move: by.chance(0.5),
    },
  });
}

async function removeNumber(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  if (practice) await removeNumberOf(play, by, practice.id);
}

async function removeNumberOf(play: Play, by: Rng, practice: number) {
  const number = by.any(
    play.house.read<{ id: string }>(
      `SELECT id FROM contact_points WHERE practice_id = ? ORDER BY id`,
      practice,
    ),
  );
  if (!number) return;
  await play.product.ask({
    as: by.pick(members),
    method: "DELETE",
    path: `/api/practices/${practice}/contact-points/${number.id}`,
  });
}

async function erase(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  if (practice) await eraseOf(play, by, practice);
}

async function eraseOf(play: Play, by: Rng, { id, name }: { id: number; name: string }) {
  await play.world.sleep(by.int(0, 10));
  const answer = await play.product.ask({
    as: by.pick(members),
    method: "DELETE",
    path: `/api/practices/${id}`,
  });
  if (answer?.status === 200) play.erased.push({ practice: id, name });
}

async function changePractice(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  if (!practice) return;
  await play.product.ask({
    as: by.pick(everyone),
    method: "PATCH",
    path: `/api/practices/${practice.id}`,
    body: { municipality: play.text("place") },
  });
}

async function openTabMove(play: Play, by: Rng) {
  const old = by.chance(0.4) ? by.any(play.tabs) : undefined;
  if (old) return old.connect();
  const tab = openTab(play, by.pick(members), by.any(conversations(play))?.id ?? null);
  play.tabs.push(tab);
  await tab.connect();
}

async function hostile(play: Play, by: Rng) {
  if (play.world.strikes(by, "hostile")) await hostileWebhook(play, by);
  else await textIn(play, by);
}

/** A text whose answer and callbacks are lost, and the colleague who sends it again right away. */
async function inDoubt(play: Play, by: Rng) {
  const practice = by.any(practices(play));
  const number = play.house.read<{ address: string }>(
    `SELECT address FROM contact_points WHERE practice_id = ? ORDER BY created_at, id`,
    practice?.id ?? 0,
  )[0];
  if (!practice || !number || !play.world.strikes(by, "left_in_doubt")) return send(play, by);
  play.twilio.setPhoneFaults(number.address, [
    { fault: "error_before_creating", chance: 0.5 },
    { fault: "connection_lost", chance: 0.5 },
    { fault: "callbacks_dropped", chance: 0.9 },
  ]);
  const content = play.text("sms");
  await mean(play, content, () =>
    play.product.insist({
      as: "anna",
      method: "POST",
      path: "/api/sms/send",
      body: { practice_id: practice.id, content },
      headers: { "idempotency-key": content },
    }),
  );
  await play.world.sleep(by.int(500, 20_000));
  const sent = play.meant.get(content)?.promised;
  if (sent)
    await play.product.insist({
      as: "bram",
      method: "POST",
      path: `/api/messages/${sent}/retry`,
      body: { accept_possible_duplicate: true },
    });
  await play.world.sleep(10_000);
  play.twilio.setPhoneFaults(number.address, []);
}

/** An admin looks at what was given up and tries it once more, perhaps twice at once. */
async function driveAgain(play: Play, by: Rng) {
  const list = await play.product.ask({ as: "anna", method: "GET", path: "/api/dead-letters" });
  const dead = by.any(
    play.house.read<{ id: string; body: string }>(
      `SELECT id, body FROM failed_jobs WHERE dead_at IS NOT NULL ORDER BY id`,
    ),
  );
  if (list?.status !== 200 || !dead) return reply(play, by);
  play.driven.add(dead.body);
  const asked = {
    as: "anna",
    method: "POST",
    path: `/api/dead-letters/${dead.id}/drive`,
  } as const;
  await Promise.all([
    play.product.ask(asked),
    play.world.strikes(by, "colleague_too") ? play.product.ask(asked) : null,
  ]);
}

async function leaveBacklog(play: Play, by: Rng) {
  if (by.chance(0.25)) backlog(play, by);
  else await reply(play, by);
}

async function stray(play: Play, by: Rng) {
  if (play.world.strikes(by, "stray_status")) await strayStatus(play, by);
  else await textIn(play, by);
}

/** Writes down what a colleague means to send, and whether the product promised to. */
async function mean(
  play: Play,
  content: string,
  ask: () => Promise<{ status: number; body: Record<string, unknown> } | null>,
) {
  if (!play.meant.has(content)) play.meant.set(content, { promised: null });
  const answer = await ask();
  const promised = answer?.status === 202 ? answer.body["id"] : null;
  if (typeof promised === "string") play.meant.set(content, { promised });
}

/** The browser mints the id of a reply. */
function messageId(play: Play, by: Rng): string {
  const hex = (length: number) => Array.from({ length }, () => by.int(0, 15).toString(16)).join("");
  const at = play.world.clock.now().toString(16).padStart(12, "0");
  return `msg_${at.slice(0, 8)}-${at.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}
