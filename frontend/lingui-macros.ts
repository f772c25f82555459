import { transformAsync } from "@babel/core";
import linguiMacro from "@lingui/babel-plugin-lingui-macro";
import type { Plugin } from "vite";

/**
 * Turns Lingui's macros into plain calls. Lingui's own native transform would do this too, but npm
 * leaves its binary out when the system's Node is older than 22, and ours may be 20.
 */
export const linguiMacros = (): Plugin => ({
  name: "lingui-macros",
  enforce: "pre",
  transform: {
    filter: { id: /\/frontend\/src\/.*\.tsx?$/, code: /from "@lingui\/(core|react)\/macro"/ },
    async handler(code, id) {
      const done = await transformAsync(code, {
        filename: id,
        configFile: false,
        babelrc: false,
        sourceMaps: true,
        parserOpts: { plugins: ["jsx", "typescript"] },
        plugins: [
          [
            linguiMacro,
            { descriptorFields: this.environment.mode === "build" ? "id-only" : "all" },
          ],
        ],
      });
      return done?.code ? { code: done.code, map: done.map } : null;
    },
  },
});
