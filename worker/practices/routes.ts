import { Hono } from "hono";
import { z } from "zod";
import { contactPointId, practiceId } from "#contracts/ids.ts";
import { pageOf } from "#contracts/pages.ts";
import {
  addContactPoint as addContactPointInput,
  practice,
  practiceChange,
  practiceInput,
  practiceQuery,
} from "#contracts/practices.ts";
import { allow } from "../http/access.ts";
import { answers } from "../http/answers.ts";
import type { AppEnv } from "../http/app-env.ts";
import { validate } from "../http/validate.ts";
import { addContactPoint } from "./add-contact-point.ts";
import { changePractice } from "./change.ts";
import { createPractice } from "./create.ts";
import { erasePractice } from "./erase.ts";
import { findPractice } from "./find.ts";
import { listPractices } from "./list.ts";
import { removeContactPoint } from "./remove-contact-point.ts";

const byId = z.strictObject({ id: z.coerce.number().pipe(practiceId) });
const byContactPoint = byId.extend({ contact_point_id: contactPointId });
const wrongAddress = ["not_a_number", "not_a_mobile", "not_an_email", "address_in_use"] as const;

export const practiceRoutes = new Hono<AppEnv>()
  .get(
    "/",
    allow("practices.read"),
    answers(
      "Practices, newest first, or those found by name, place or number",
      200,
      pageOf(practice),
    ),
    validate("query", practiceQuery),
    async (c) => c.json(await listPractices(c.var.ctx, c.req.valid("query")), 200),
  )
  .post(
    "/",
    allow("practices.write"),
    answers("Adds a practice", 201, practice, ["invalid", ...wrongAddress]),
    validate("json", practiceInput),
    async (c) => {
      const created = await createPractice(c.var.ctx, c.req.valid("json"));
      c.var.ctx.happened({ kind: "practice_changed", practice_id: created.id });
      return c.json(created, 201);
    },
  )
  .get(
    "/:id",
    allow("practices.read"),
    answers("One practice", 200, practice, ["practice_not_found"]),
    validate("param", byId),
    async (c) => c.json(await findPractice(c.var.ctx, c.req.valid("param").id), 200),
  )
  .patch(
    "/:id",
    allow("practices.write"),
    answers("Changes a practice", 200, practice, ["practice_not_found", "invalid"]),
    validate("param", byId),
    validate("json", practiceChange),
    async (c) => {
      const { id } = c.req.valid("param");
      const changed = await changePractice(c.var.ctx, { id, ...c.req.valid("json") });
      c.var.ctx.happened({ kind: "practice_changed", practice_id: id });
      return c.json(changed, 200);
    },
  )
  .delete(
    "/:id",
    allow("practices.delete"),
    answers("Erases a practice, its addresses and its texts", 200, z.strictObject({}), [
      "practice_not_found",
      "sending_in_progress",
    ]),
    validate("param", byId),
    async (c) => {
      const conversation_id = await erasePractice(c.var.ctx, c.req.valid("param").id);
      if (conversation_id) c.var.ctx.happened({ kind: "practice_erased", conversation_id });
      return c.json({}, 200);
    },
  )
  .post(
    "/:id/contact-points",
    allow("practices.write"),
    answers("Adds an address to a practice", 200, practice, [
      "practice_not_found",
      ...wrongAddress,
    ]),
    validate("param", byId),
    validate("json", addContactPointInput),
    async (c) => {
      const { id } = c.req.valid("param");
      const changed = await addContactPoint(c.var.ctx, {
        practice_id: id,
        ...c.req.valid("json"),
      });
      c.var.ctx.happened({ kind: "practice_changed", practice_id: id });
      return c.json(changed, 200);
    },
  )
  .delete(
    "/:id/contact-points/:contact_point_id",
    allow("practices.write"),
    answers("Removes an address from a practice", 200, practice, [
      "practice_not_found",
      "not_found",
      "sending_in_progress",
    ]),
    validate("param", byContactPoint),
    async (c) => {
      const { id, contact_point_id } = c.req.valid("param");
      const changed = await removeContactPoint(c.var.ctx, { practice_id: id, contact_point_id });
      c.var.ctx.happened({ kind: "practice_changed", practice_id: id });
      return c.json(changed, 200);
    },
  );
