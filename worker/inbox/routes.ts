import { Hono } from "hono";
import { z } from "zod";
import { conversationId } from "#contracts/ids.ts";
import {
  conversation,
  conversationQuery,
  conversationSummary,
  linkInput,
  markReadInput,
  unread,
} from "#contracts/inbox.ts";
import { pageOf } from "#contracts/pages.ts";
import { allow } from "../http/access.ts";
import { answers } from "../http/answers.ts";
import type { AppEnv } from "../http/app-env.ts";
import { validate } from "../http/validate.ts";
import { linkConversation } from "./link.ts";
import { listConversations } from "./list.ts";
import { markRead } from "./mark-read.ts";
import { readConversation } from "./read.ts";
import { countUnread } from "./unread.ts";

const byId = z.strictObject({ id: conversationId });
const lost = ["conversation_not_found", "conversation_merged"] as const;

export const inboxRoutes = new Hono<AppEnv>()
  .get(
    "/conversations",
    allow("inbox.read"),
    answers("Conversations, most recently active first", 200, pageOf(conversationSummary)),
    validate("query", conversationQuery),
    async (c) => c.json(await listConversations(c.var.ctx, c.req.valid("query")), 200),
  )
  .get(
    "/conversation/:id",
    allow("inbox.read"),
    answers("A conversation with fifty messages, oldest first", 200, conversation, lost),
    validate("param", byId),
    validate("query", z.strictObject({ cursor: z.string().max(200).optional() })),
    async (c) =>
      c.json(
        await readConversation(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("query") }),
        200,
      ),
  )
  .post(
    "/conversation/:id/link",
    allow("inbox.work"),
    answers("Links an unknown sender to a practice", 200, conversationSummary, [
      ...lost,
      "practice_not_found",
      "already_linked",
    ]),
    validate("param", byId),
    validate("json", linkInput),
    async (c) =>
      c.json(
        await linkConversation(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") }),
        200,
      ),
  )
  .get(
    "/unread",
    allow("inbox.read"),
    answers("How many messages nobody has read", 200, unread),
    async (c) => c.json(await countUnread(c.var.ctx), 200),
  )
  .put(
    "/mark-read/:id",
    allow("inbox.work"),
    answers("Marks a conversation read for the team", 200, conversationSummary, lost),
    validate("param", byId),
    validate("json", markReadInput),
    async (c) =>
      c.json(await markRead(c.var.ctx, { ...c.req.valid("param"), ...c.req.valid("json") }), 200),
  );
