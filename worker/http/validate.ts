import { validator } from "hono-openapi";
import type { ValidationTargets } from "hono";
import type { z } from "zod";
import { Problem } from "./problem.ts";

/** Checks one part of a request; what does not fit is 422 `invalid`, field by field. */
export const validate = <S extends z.ZodType, T extends keyof ValidationTargets>(
  target: T,
  schema: S,
) =>
  validator(target, schema, (result) => {
    if (result.success) return;
    throw new Problem("invalid", {
      errors: result.error.map((issue) => ({
        path: (issue.path ?? [])
          .map((part) => String(typeof part === "object" ? part.key : part))
          .join("."),
        message: issue.message,
      })),
    });
  });
