import type { Me, permissions } from "#contracts/team.ts";

type Asked = Pick<typeof permissions, "inbox.work" | "practices.write" | "practices.delete">;

/** Repeats the contract by type, because the module itself would bring zod into the first paint. */
const allowed: Asked = {
  "inbox.work": ["admin", "agent"],
  "practices.write": ["admin", "agent"],
  "practices.delete": ["admin"],
};

/** Hides what the Worker would refuse; the Worker decides. */
export const may = ({ role }: Pick<Me, "role">, permission: keyof Asked): boolean =>
  allowed[permission].some((one) => one === role);
