/** toUTCString differs from RFC 2822 only in how it writes the zone. */
export const rfc2822 = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");
