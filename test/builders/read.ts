import { expect } from "vitest";
import type { z } from "zod";
import { problem, type ProblemCode } from "#contracts/problem.ts";

/** The answer's body, which must be what the contract says. */
export const read = async <S extends z.ZodType>(
  answer: Response,
  schema: S,
  status = 200,
): Promise<z.output<S>> => {
  const body: unknown = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(status);
  return schema.parse(body);
};

/** A refusal's status and code. */
export const refusal = async (answer: Response): Promise<[number, ProblemCode]> => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return [answer.status, problem.parse(await answer.json()).code];
};
