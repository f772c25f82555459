declare module "@babel/core" {
  import type { SourceMapInput } from "vite";
  /** The one function used here; Babel itself ships no types. */
  export function transformAsync(
    code: string,
    options: Record<string, unknown>,
  ): Promise<{ code: string | null; map: SourceMapInput } | null>;
}
