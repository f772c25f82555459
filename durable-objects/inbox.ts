import { DurableObject } from "cloudflare:workers";
import type { InboxFrame } from "#contracts/live.ts";
import { acceptSocket, broadcast, closeBack, closeSockets, closeTalkative } from "./sockets.ts";

/** No session runs longer, so no socket opened before then is still there. */
const week_ms = 7 * 24 * 60 * 60 * 1000;

/** One for the team: the conversation list's sockets, and which conversations each member has opened. */
export class Inbox extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      `CREATE TABLE IF NOT EXISTS opened (
         member_id TEXT NOT NULL, conversation_id TEXT NOT NULL, at INTEGER NOT NULL,
         PRIMARY KEY (member_id, conversation_id)) WITHOUT ROWID`,
    );
  }

  override fetch(request: Request): Response {
    return acceptSocket(this.ctx, request);
  }

  publish(frame: InboxFrame): void {
    broadcast(this.ctx, frame, Date.now());
  }

  /** A member opens a conversation's socket; remembered so that it can be closed with the session. */
  opened(memberId: string, conversationId: string): void {
    const now = Date.now();
    this.ctx.storage.sql.exec(
      `DELETE FROM opened WHERE member_id = ? AND at < ?`,
      memberId,
      now - week_ms,
    );
    this.ctx.storage.sql.exec(
      `INSERT INTO opened (member_id, conversation_id, at) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at`,
      memberId,
      conversationId,
      now,
    );
  }

  /** The member lost his role or was deactivated: every socket of his is closed. */
  async disconnect(memberId: string): Promise<void> {
    closeSockets(this.ctx, { member_id: memberId });
    await this.inConversationsOf(memberId, { member_id: memberId });
  }

  /** The member signed out on one device. */
  async disconnectSession(memberId: string, sessionId: string): Promise<void> {
    closeSockets(this.ctx, { session_id: sessionId });
    await this.inConversationsOf(memberId, { session_id: sessionId });
  }

  override webSocketMessage(socket: WebSocket): void {
    closeTalkative(socket);
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void {
    closeBack(socket, code, reason);
  }

  private async inConversationsOf(
    memberId: string,
    of: { member_id: string } | { session_id: string },
  ) {
    const opened = this.ctx.storage.sql
      .exec<{ conversation_id: string }>(
        `SELECT conversation_id FROM opened WHERE member_id = ?`,
        memberId,
      )
      .toArray();
    await Promise.all(
      opened.map((row) => this.env.CONVERSATION.getByName(row.conversation_id).disconnect(of)),
    );
  }
}
