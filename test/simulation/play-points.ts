import { openRunner } from "./play-seeds.ts";
import { mishaps } from "./world.ts";

/**
 * Tries every mishap at every call of every handler of the tour: the invocation dies before or after
 * it, or it fails before or after it happened. Repeated webhooks and jobs come on top.
 */
export const playPoints = async (): Promise<number> => {
  const runner = await openRunner();
  const calm = await runner.tour(null);
  let tried = 0;
  let broken = calm.broken ? 1 : 0;
  if (calm.broken) console.log(`POINT none law="${calm.broken.law}" (${calm.broken.detail})`);
  for (let nth = 1; nth <= calm.points; nth += 1)
    for (const mishap of mishaps) {
      const tour = await runner.tour({ nth, mishap });
      tried += 1;
      if (!tour.broken) continue;
      broken += 1;
      console.log(`POINT ${nth} ${mishap} law="${tour.broken.law}" (${tour.broken.detail})`);
    }
  console.log(`${calm.points} points, ${tried} mishaps, ${broken} broken`);
  return broken > 0 ? 1 : 0;
};
