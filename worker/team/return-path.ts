/** The page of our app that `wanted` names; whatever could lead elsewhere becomes the start page. */
export const returnPath = (wanted: string | undefined, appUrl: string): string => {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, appUrl)) return "/";
  const url = new URL(wanted, appUrl);
  // `/.//evil` resolves to our origin with the path `//evil`, which a browser reads as a host.
  const ours = url.origin === new URL(appUrl).origin && !url.pathname.startsWith("//");
  return ours ? url.pathname + url.search + url.hash : "/";
};
