/** A WebSocket as a Durable Object and its client hold it: what one end sends reaches the other. */
export class Socket {
  other: Socket | null = null;
  attachment: unknown = null;
  tags: readonly string[] = [];
  closed: number | null = null;
  /** Set by the client: what a frame means to it. */
  onFrame: (text: string) => void = () => {};
  /** The network between the two: it may take its time, or lose everything. */
  carry: (deliver: () => void) => void = (deliver) => deliver();

  send(text: string): void {
    const { other } = this;
    if (this.closed !== null || !other) return;
    this.carry(() => {
      if (other.closed === null) other.onFrame(text);
    });
  }

  close(code = 1000): void {
    this.closed ??= code;
    if (this.other) this.other.closed ??= code;
  }

  serializeAttachment(value: unknown): void {
    this.attachment = structuredClone(value);
  }

  deserializeAttachment(): unknown {
    return structuredClone(this.attachment);
  }
}

class SocketPair {
  readonly 0 = new Socket();
  readonly 1 = new Socket();

  constructor() {
    this[0].other = this[1];
    this[1].other = this[0];
  }
}

class AutoResponse {
  readonly request: string;
  readonly response: string;

  constructor(request: string, response: string) {
    this.request = request;
    this.response = response;
  }
}

const NodeResponse = globalThis.Response;

/** Node refuses a 101, which is how a Worker hands a socket over. */
class WorkersResponse extends NodeResponse {
  /** Our socket, under the name by which a Worker hands it over. */
  declare readonly webSocket: WebSocket | null;

  constructor(body?: BodyInit | null, init?: ResponseInit & { webSocket?: WebSocket }) {
    const upgrade = init?.status === 101;
    super(body, upgrade ? { status: 200 } : init);
    if (upgrade)
      Object.defineProperties(this, {
        status: { value: 101 },
        webSocket: { value: init?.webSocket },
      });
  }
}

export const useWorkersSockets = (): void => {
  Object.assign(globalThis, {
    Response: WorkersResponse,
    WebSocketPair: SocketPair,
    WebSocketRequestResponsePair: AutoResponse,
  });
};

/** The socket an upgrade was answered with. */
export const socketOf = (response: Response): Socket | null =>
  response.webSocket instanceof Socket ? response.webSocket : null;
