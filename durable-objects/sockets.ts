import { closeCodes, heartbeat } from "#contracts/live.ts";
import { type Holder, holderOf as holderIn } from "../worker/live/holder.ts";

/** Takes a socket in. Pings are answered without waking the object. */
export const acceptSocket = (state: DurableObjectState, request: Request): Response => {
  const holder = holderIn(request);
  if (!holder) return new Response(null, { status: 426 });
  const { 0: client, 1: server } = new WebSocketPair();
  state.acceptWebSocket(server, [holder.member_id]);
  server.serializeAttachment(holder);
  state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
  return new Response(null, { status: 101, webSocket: client });
};

// The attachment was written by acceptSocket.
const holderOf = (socket: WebSocket) => socket.deserializeAttachment() as Holder;

/** Sends a frame to every socket whose session still runs; the others are closed. */
export const broadcast = (state: DurableObjectState, frame: unknown, now: number): void => {
  const text = JSON.stringify(frame);
  for (const socket of state.getWebSockets()) {
    if (holderOf(socket).expires_at <= now) socket.close(closeCodes.signed_out, "session ended");
    else socket.send(text);
  }
};

/** Closes the sockets of a member, or of one of his sessions. */
export const closeSockets = (
  state: DurableObjectState,
  of: { member_id: string } | { session_id: string },
): void => {
  const sockets = "member_id" in of ? state.getWebSockets(of.member_id) : state.getWebSockets();
  for (const socket of sockets) {
    if ("session_id" in of && holderOf(socket).session_id !== of.session_id) continue;
    socket.close(closeCodes.signed_out, "signed out");
  }
};

/** Clients have nothing to say but pings, and those never get here. */
export const closeTalkative = (socket: WebSocket): void =>
  socket.close(closeCodes.flooding, "this socket only listens");

/** Completes the closing handshake; 1005 and 1006 say "none given" and cannot be sent. */
export const closeBack = (socket: WebSocket, code: number, reason: string): void =>
  socket.close(code === 1005 || code === 1006 ? 1000 : code, reason);
