import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditWords } from "../../../../frontend/src/features/team/audit-words.ts";

const worker = new URL("../../../../worker/", import.meta.url).pathname;
const domains = "practice|message|conversation|member|session|key|job";
const action = new RegExp(`["'\`]((?:${domains})\\.[a-z_]+)(?:["'\`]|\\.\\$\\{)`, "g");

/** Every action a file writes into the audit log. */
const written = globSync("**/*.ts", { cwd: worker })
  .map((file) => readFileSync(worker + file, "utf8"))
  .filter((source) => /audit/.test(source))
  .flatMap((source) => [...source.matchAll(action)].map(([, name = ""]) => name));

describe("the audit log in words", () => {
  it("finds the actions in the Worker", () => {
    expect(written.length).toBeGreaterThan(15);
  });

  it.each([...new Set(written)])("has words for %s", (name) => {
    expect(auditWords(name).words).not.toBeNull();
  });

  it("tells the role an action gave apart from the action", () => {
    expect(auditWords("member.role.admin")).toMatchObject({ role: "admin" });
    expect(auditWords("member.role.admin").words).toBe(auditWords("member.role").words);
  });

  it("leaves an action it does not know to be shown as it is", () => {
    expect(auditWords("campaign.launch")).toEqual({ words: null, role: null });
  });
});
