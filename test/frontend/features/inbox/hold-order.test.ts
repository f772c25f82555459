import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdOrder } from "../../../../frontend/src/features/inbox/hold-order.ts";

describe("a list that stands still under the pointer", () => {
  it("keeps its order and counts what moved up and what came in", () => {
    expect(holdOrder(["a", "b", "c"], ["new", "c", "a", "b"], true)).toEqual({
      order: ["a", "b", "c"],
      waiting: 2,
    });
  });

  it("takes the fresh order as soon as nobody points at it", () => {
    expect(holdOrder(["a", "b"], ["b", "a"], false)).toEqual({ order: ["b", "a"], waiting: 0 });
  });

  it("still grows at its end, where nothing is pushed away", () => {
    expect(holdOrder(["a", "b"], ["a", "b", "c"], true)).toEqual({
      order: ["a", "b", "c"],
      waiting: 0,
    });
  });

  it("lets go of what is gone", () => {
    expect(holdOrder(["a", "b", "c"], ["c", "a"], true).order).toEqual(["a", "c"]);
  });

  it("never moves a shown row before another one, whatever comes", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"));
    fc.assert(
      fc.property(ids, ids, (shown, fresh) => {
        const { order } = holdOrder(shown, fresh, true);
        const kept = order.filter((id) => shown.includes(id));
        expect(kept).toEqual(shown.filter((id) => fresh.includes(id)));
        expect(new Set(order).size).toBe(order.length);
      }),
    );
  });
});
