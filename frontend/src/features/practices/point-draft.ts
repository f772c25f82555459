import type { ContactChannel } from "#contracts/channels.ts";
import type { ContactPointInput } from "#contracts/practices.ts";
import type { ProblemBody } from "#contracts/problem.ts";

/** A contact point as it is being typed. */
export interface PointDraft {
  key: string;
  channel: ContactChannel;
  address: string;
  person: string;
  /** Take the address over from the practice that has it. */
  move: boolean;
  /** Why the Worker would not have it. */
  problem: ProblemBody | null;
}

export const emptyPoint = (): PointDraft => ({
  key: crypto.randomUUID(),
  channel: "sms",
  address: "",
  person: "",
  move: false,
  problem: null,
});

export const isBlank = ({ address, person }: PointDraft): boolean =>
  address.trim() === "" && person.trim() === "";

export const pointInput = ({ channel, address, person }: PointDraft): ContactPointInput => ({
  channel,
  address: address.trim(),
  ...(person.trim() === "" ? {} : { person: person.trim() }),
});
