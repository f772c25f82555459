import type { World } from "../core/world.ts";
import { changeView, snapshot } from "./views.ts";

/** Server-sent events: first everything there is, then every change. A reconnect starts over. */
export function eventStream(world: World): Response {
  const encoder = new TextEncoder();
  const frame = (event: string, data: unknown): Uint8Array<ArrayBuffer> =>
    encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let unsubscribe = (): void => {};
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      controller.enqueue(frame("snapshot", snapshot(world)));
      unsubscribe = world.subscribe((change) => {
        controller.enqueue(
          change.type === "reset"
            ? frame("snapshot", snapshot(world))
            : frame("change", changeView(change)),
        );
      });
    },
    cancel: () => unsubscribe(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
