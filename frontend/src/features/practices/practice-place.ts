import type { Practice } from "#contracts/practices.ts";

/** 9000 Gent, or as much of it as is known. */
export const practicePlace = ({
  postcode,
  municipality,
}: Pick<Practice, "postcode" | "municipality">): string =>
  [postcode, municipality].filter(Boolean).join(" ");
