import type { House } from "./house.ts";
import type { CallWatch } from "./provider.ts";
import type { Twilio } from "./twilio.ts";
import { Violation } from "./violation.ts";
import type { Witness } from "./watches.ts";
import type { Invocation, World } from "./world.ts";

type Claim = { by: Invocation; at: number; count: number; called: boolean };

/** A call may not start later than this after its claim has committed. */
const claimHolds_ms = 5_000;
/** DESIGN principle 3: what one crash may leave in doubt. */
const mostInDoubt = 25;
/** Trying again is bounded, whatever the provider answers. */
const mostClaims = 25;

/** Sees every claim commit and every call leave, and remembers which of them nobody can know the fate of. */
export const createWitness = (world: World, house: House, twilio: () => Twilio) => {
  const claims = new Map<string, Claim>();
  const doubtful = new Set<string>();
  const refused = new Set<string>();
  const leftInDoubt = new Map<Invocation, Set<string>>();
  let broken: Violation | null = null;
  const fail = (law: string, detail: string) => {
    broken ??= new Violation(law, detail);
  };

  const idOf = (form: string) => {
    const callback = new URLSearchParams(form).get("StatusCallback");
    return callback === null ? null : new URL(callback).searchParams.get("message");
  };

  const witness: Witness = {
    accepted: (id) => twilio().accepted(id).length > 0,
    claimed: (id) => {
      const by = world.running();
      if (!by) throw new Error("claims happen in invocations");
      const count = (claims.get(id)?.count ?? 0) + 1;
      claims.set(id, { by, at: world.clock.now(), count, called: false });
      if (count > mostClaims) fail("work is bounded", `${id} was claimed ${count} times`);
    },
    mayPutBack: (id) => claims.get(id)?.by === world.running(),
    mayBeUnknown: (id) => {
      const claim = claims.get(id);
      if (doubtful.has(id)) return true;
      if (!claim?.by.hurt) return false;
      const others = leftInDoubt.get(claim.by) ?? new Set();
      leftInDoubt.set(claim.by, others.add(id));
      if (others.size > mostInDoubt)
        fail("a crash leaves at most 25 in doubt", `${claim.by.name} left ${others.size}`);
      return true;
    },
    mayBeFailed: (id) =>
      refused.has(id) ||
      twilio()
        .accepted(id)
        .some(({ sid }) => twilio().failed(sid)),
    about: () => world.running()?.about ?? null,
  };

  const watch: CallWatch = {
    starts: (of, _, form) => {
      const id = idOf(form);
      if (id === null) return;
      const claim = claims.get(id);
      if (!claim || claim.by !== of) return fail("only the claimer calls", id);
      if (claim.called) return fail("one call for one claim", id);
      claim.called = true;
      const age_ms = world.clock.now() - claim.at;
      if (age_ms > claimHolds_ms)
        fail("no call starts later than 5 s after its claim", `${id} after ${age_ms} ms`);
      const [row] = house.read<{ status: string; content: string; address: string }>(
        `SELECT status, content, address FROM messages WHERE id = ?`,
        id,
      );
      const asked = new URLSearchParams(form);
      if (row?.status !== "sending")
        fail("only what is claimed is sent", `${id} is ${row?.status}`);
      if (row && (row.content !== asked.get("Body") || row.address !== asked.get("To")))
        fail("what is sent is what was written", id);
    },
    answers: (of, status) => {
      if (status >= 500 && !of.struck)
        fail("only what fails makes a request fail", `${of.name}: ${status}`);
    },
    ends: (_, form, heard) => {
      const id = idOf(form);
      if (id === null) return;
      if (heard === null || heard >= 500) doubtful.add(id);
      else if (heard >= 400 && heard !== 429) refused.add(id);
    },
  };

  return { witness, watch, broken: () => broken, claims };
};
