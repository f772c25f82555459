/** A path inside this app, or the inbox: never another origin, never a scheme. */
export function safePath(path: string | undefined, origin: string): string {
  const fallback = "/inbox";
  if (!path?.startsWith("/")) return fallback;
  const url = URL.canParse(path, origin) ? new URL(path, origin) : null;
  // `/.//evil` is ours and has the path `//evil`, which a browser reads as a host.
  if (url?.pathname.startsWith("//")) return fallback;
  if (
    url?.origin !== origin ||
    url.pathname.startsWith("/sign-in") ||
    url.pathname.startsWith("/api")
  )
    return fallback;
  return url.pathname + url.search + url.hash;
}
