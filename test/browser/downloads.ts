import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";

/** Everything a page fetches from now on, as it is compressed on the way. */
export const downloads = (page: Page) => {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  return async () => {
    const found = { js: 0, css: 0, fonts: Array<string>() };
    for (const response of responses) {
      const name = new URL(response.url()).pathname.split("/").at(-1) ?? "";
      if (name.endsWith(".woff2")) found.fonts.push(name);
      if (!/\.(js|css)$/.test(name)) continue;
      const size = gzipSync(await response.body(), { level: 9 }).length;
      found[name.endsWith(".js") ? "js" : "css"] += size;
    }
    return found;
  };
};
