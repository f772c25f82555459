import type { Invocation, Mishap, World } from "./world.ts";

export type Answer = (request: Request) => Promise<Response>;
export type CallWatch = {
  /** The call leaves; nothing can keep it from arriving now. */
  starts(of: Invocation, request: Request, form: string): void;
  /** A handler has answered a request. */
  answers(of: Invocation, status: number): void;
  /** What the caller heard; null when it heard nothing. */
  ends(request: Request, form: string, heard: number | null): void;
};

/** fetch to the provider: the request arrives whoever waits for it, and the answer may come too late. */
export const callProvider = (
  world: World,
  of: Invocation,
  to: { request: Request; timeout_ms: number; answer: Answer; watch: CallWatch },
): Promise<Response> => {
  if (of.dead) return world.never;
  const { clock, strikes } = world;
  const { request, timeout_ms, watch } = to;
  of.waiting += 1;
  of.calls += 1;
  return new Promise((resolve, reject) => {
    let heard = false;
    const hear = (form: string, status: number | null, give: () => void) => {
      if (heard) return;
      heard = true;
      if (of.dead) return;
      watch.ends(request, form, status);
      of.waiting -= 1;
      give();
    };

    void (async () => {
      const form = request.method === "POST" ? await request.clone().text() : "";
      if (of.dead) return;
      const mishap = world.mishapHere(of, "calls");
      if (mishap === "dies before" || strikes(of.rng, "crash")) return world.kill(of);
      watch.starts(of, request, form);
      world.log(`${of.name} calls ${request.method}`);
      const slow = strikes(of.rng, "provider_slow");
      const there_ms = slow ? of.rng.int(1_000, 20_000) : of.rng.int(10, 80);
      const back_ms = slow
        ? of.rng.int(1_000, 20_000)
        : of.rng.int(20, of.rng.chance(0.1) ? 3_000 : 300);
      if (there_ms + back_ms > timeout_ms)
        clock.after(timeout_ms, () =>
          hear(form, null, () => reject(new DOMException("timed out", "TimeoutError"))),
        );
      if (mishap === "fails before")
        return clock.after(there_ms, () =>
          hear(form, null, () => reject(new TypeError("Network connection lost."))),
        );
      clock.after(there_ms, () => void arrive(form, back_ms, mishap));
    })();

    const arrive = async (form: string, back_ms: number, mishap: Mishap | null) => {
      const answered = await to.answer(request).catch(() => null);
      world.log(`provider answers ${answered?.status ?? "nothing"}`);
      if (mishap === "dies after" || strikes(of.rng, "crash")) return world.kill(of);
      clock.after(back_ms, () =>
        answered && mishap !== "fails after"
          ? hear(form, answered.status, () => resolve(answered))
          : hear(form, null, () => reject(new TypeError("Network connection lost."))),
      );
    };
  });
};
