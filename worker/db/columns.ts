import { integer, text } from "drizzle-orm/sqlite-core";

/** Epoch milliseconds. */
export const moment = (name: string) => integer(name);

/** JSON kept in a text column, parsed by drizzle. */
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();

/** One of a closed set of words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  text(name, { enum: words });
