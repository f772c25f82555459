import { createHash, createHmac, timingSafeEqual } from "node:crypto";

type Key = { hash: string; secret: Buffer };

const plain = (name: string) => name.replace("-", "").toLowerCase();
const nameOf = (algorithm: string | { name: string }) =>
  typeof algorithm === "string" ? algorithm : algorithm.name;
const bufferOf = (data: ArrayBuffer | ArrayBufferView) =>
  data instanceof ArrayBuffer
    ? Buffer.from(data)
    : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
const bytesOf = (buffer: Buffer) => new Uint8Array(buffer).buffer;

/**
 * What the Worker uses of crypto.subtle, without Node's thread pool: an answer that comes when a
 * thread is ready would come in another order every time.
 */
const subtle = {
  importKey: async (
    _format: "raw",
    secret: ArrayBuffer | ArrayBufferView,
    algorithm: { name: "HMAC"; hash: string | { name: string } },
  ): Promise<Key> => ({ hash: plain(nameOf(algorithm.hash)), secret: bufferOf(secret) }),
  sign: async (_name: unknown, key: Key, data: ArrayBuffer | ArrayBufferView) =>
    bytesOf(createHmac(key.hash, key.secret).update(bufferOf(data)).digest()),
  digest: async (algorithm: string | { name: string }, data: ArrayBuffer | ArrayBufferView) =>
    bytesOf(
      createHash(plain(nameOf(algorithm)))
        .update(bufferOf(data))
        .digest(),
    ),
  timingSafeEqual: (a: ArrayBufferView, b: ArrayBufferView) =>
    timingSafeEqual(bufferOf(a), bufferOf(b)),
};

export const useSynchronousSubtle = (): void => {
  Object.defineProperty(crypto, "subtle", { value: subtle, configurable: true });
};
