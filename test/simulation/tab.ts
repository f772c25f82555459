import { type Colleague, signedBy } from "./colleagues.ts";
import type { Play } from "./play.ts";
import { config } from "./settings.ts";
import { type Socket, socketOf } from "./sockets.ts";

type Version = { version: number };

export type Tab = ReturnType<typeof openTab>;

/** A browser tab: it fetches what it shows, then follows the frames of its sockets. */
export const openTab = (play: Play, as: Colleague, conversation: string | null) => {
  const { world, product } = play;
  const network = world.rng(`tab ${play.tabs.length}`);
  /** Conversations of the list as this tab shows them. */
  const shown = new Map<string, Version>();
  let messages = new Map<string, string>();
  let sockets: Socket[] = [];
  let sane = true;

  const listen = async (path: string, heed: (frame: Record<string, unknown>) => void) => {
    const request = new Request(config.APP_URL + path, {
      headers: { ...signedBy(as), upgrade: "websocket" },
    });
    const ending = await product.fetch("socket", request);
    const socket = ending.kind === "answered" ? socketOf(ending.value) : null;
    if (!socket) return false;
    const carry = (deliver: () => void) => {
      if (world.strikes(network, "socket_dropped")) return socket.close(1006);
      world.clock.after(network.int(1, 50), deliver);
    };
    if (socket.other) socket.other.carry = carry;
    socket.onFrame = (text) => heed(JSON.parse(text) as Record<string, unknown>);
    sockets.push(socket);
    return true;
  };

  const heedInbox = (frame: Record<string, unknown>) => {
    if (frame["type"] === "gone") return void shown.delete(String(frame["conversation_id"]));
    // The contract of an inbox frame.
    const { id, version } = frame["conversation"] as { id: string; version: number };
    if (version >= (shown.get(id)?.version ?? -1)) shown.set(id, { version });
  };

  const heedThread = (frame: Record<string, unknown>) => {
    if (frame["conversation_id"] !== conversation) sane = false;
    if (frame["type"] !== "messages") return;
    for (const { id, status } of frame["messages"] as { id: string; status: string }[])
      messages.set(id, status);
  };

  return {
    /** Sockets first, then what is there: nothing falls between the two. */
    connect: async (): Promise<void> => {
      for (const socket of sockets) socket.close();
      sockets = [];
      await listen("/api/live/inbox", heedInbox);
      if (conversation) await listen(`/api/live/conversation/${conversation}`, heedThread);
      const list = await product.ask({
        as,
        method: "GET",
        path: "/api/inbox/conversations?limit=100",
      });
      if (list?.status === 200) {
        shown.clear();
        for (const item of list.body["items"] as { id: string; version: number }[])
          shown.set(item.id, { version: item.version });
      }
      if (!conversation) return;
      const thread = await product.ask({
        as,
        method: "GET",
        path: `/api/inbox/conversation/${conversation}`,
      });
      messages = new Map();
      if (thread?.status === 200)
        for (const { id, status } of thread.body["messages"] as { id: string; status: string }[])
          messages.set(id, status);
    },
    conversation,
    connected: () => sockets.length > 0 && sockets.every(({ closed }) => closed === null),
    /** No frame of another conversation has come. */
    sane: () => sane,
    shown: (): ReadonlyMap<string, Version> => shown,
    messages: (): ReadonlyMap<string, string> => messages,
  };
};
