import type { ProblemBody } from "#contracts/problem.ts";
import type { PointDraft } from "./point-draft.ts";

type Typed = Pick<PointDraft, "channel" | "address">;

const digits = (text: string): string => text.replace(/\D/g, "").replace(/^0+/, "");

/** Whether what was typed reads as the address the Worker names; only to point at the right field. */
function reads(typed: Typed, channel: string, address: string): boolean {
  if (typed.channel !== channel) return false;
  if (channel === "email") return typed.address.trim().toLowerCase() === address;
  const written = digits(typed.address);
  return written !== "" && digits(address).endsWith(written);
}

/** Which of the points a refusal is about; -1 when it is about something else. */
export function refusedPoint(problem: ProblemBody, points: readonly Typed[]): number {
  const { conflict, detail, errors } = problem;
  if (conflict)
    return points.findIndex((point) => reads(point, conflict.channel, conflict.address));
  const path = errors?.map((one) => /^contact_points\.(\d+)/.exec(one.path)?.[1]).find(Boolean);
  if (path !== undefined) return Number(path);
  if (detail === undefined) return -1;
  return points.findIndex((point) => point.address.trim() === detail.trim());
}
