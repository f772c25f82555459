import { describeRoute, resolver } from "hono-openapi";
import type { z } from "zod";
import { type ProblemCode, problem, problems } from "#contracts/problem.ts";

/** Documents a route: what it does, what it answers and with which codes it refuses. */
export const answers = (
  summary: string,
  status: 200 | 201 | 202,
  schema: z.ZodType,
  refusals: readonly ProblemCode[] = [],
) =>
  describeRoute({
    summary,
    responses: {
      [status]: {
        description: summary,
        content: { "application/json": { schema: resolver(schema) } },
      },
      ...Object.fromEntries(
        [...Map.groupBy(refusals, (code) => problems[code])].map(([refused, codes]) => [
          refused,
          {
            description: codes.join(", "),
            content: { "application/problem+json": { schema: resolver(problem) } },
          },
        ]),
      ),
    },
  });
