/** What a message resource says when it failed on its way; the code alone is what callers may rely on. */
export const deliveryErrors: Readonly<Record<number, string>> = {
  21610: "Attempt to send to unsubscribed recipient",
  30001: "Queue overflow",
  30003: "Unreachable destination handset",
  30007: "Message filtered",
};
