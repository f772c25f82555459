import { DurableObject } from "cloudflare:workers";
import type { ConversationFrame } from "#contracts/live.ts";
import { acceptSocket, broadcast, closeBack, closeSockets, closeTalkative } from "./sockets.ts";

/** One per conversation: the sockets of whoever has it open. */
export class Conversation extends DurableObject<Env> {
  override fetch(request: Request): Response {
    return acceptSocket(this.ctx, request);
  }

  publish(frame: ConversationFrame): void {
    broadcast(this.ctx, frame, Date.now());
  }

  disconnect(of: { member_id: string } | { session_id: string }): void {
    closeSockets(this.ctx, of);
  }

  override webSocketMessage(socket: WebSocket): void {
    closeTalkative(socket);
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    closeBack(socket, code, reason);
  }
}
