import { Hono } from "hono";
import { z } from "zod";
import { deadLetter } from "#contracts/jobs.ts";
import { pageOf, pageQuery } from "#contracts/pages.ts";
import { allow } from "../http/access.ts";
import { answers } from "../http/answers.ts";
import type { AppEnv } from "../http/app-env.ts";
import { validate } from "../http/validate.ts";
import { driveAgain } from "./drive-again.ts";
import { listDead } from "./list-dead.ts";

/** /api/dead-letters: work that was given up. */
export const deadLetterRoutes = new Hono<AppEnv>()
  .get(
    "/",
    allow("jobs.manage"),
    answers("Jobs that failed every time, the latest first", 200, pageOf(deadLetter)),
    validate("query", pageQuery),
    async (c) => c.json(await listDead(c.var.ctx, c.req.valid("query")), 200),
  )
  .post(
    "/:id/drive",
    allow("jobs.manage"),
    answers("Tries a dead job once more", 202, z.strictObject({}), ["not_found"]),
    validate("param", z.strictObject({ id: z.string().max(64) })),
    async (c) => {
      await driveAgain(c.var.ctx, c.req.valid("param"));
      return c.json({}, 202);
    },
  );
