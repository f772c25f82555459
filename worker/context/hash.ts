import { hmac } from "./hmac.ts";

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The suppression list's hash of a normalised address: HMAC-SHA-256 with PEPPER, as hex.
 * A plain hash of a phone number could be reversed by trying all of them.
 */
export const addressHash = async (pepper: string, address: string): Promise<string> =>
  hex(await hmac("SHA-256", pepper, address));

export const sha256 = async (text: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
