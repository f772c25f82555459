/** Thrown out of the app instead of an answer: whoever serves it closes the socket, or lets the fetch reject. */
export class ConnectionLost extends Error {
  override name = "ConnectionLost";
}
