import type { ApiKey, AuditEntry, Locale, Me, Member, Role } from "#contracts/team.ts";

export const memberColumns = "id, name, email, role, locale, active, created_at";
export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  active: number;
  created_at: number;
};

export const apiKeyColumns = "id, name, start, role, created_at, expires_at";
export type ApiKeyRow = {
  id: string;
  name: string;
  start: string;
  role: Role;
  created_at: number;
  expires_at: number | null;
};

export type AuditRow = {
  seq: number;
  id: string;
  at: number;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject: string | null;
};

export const toTime = (at: number): string => new Date(at).toISOString();

export const memberView = (row: MemberRow): Member => ({
  ...row,
  active: row.active === 1,
  created_at: toTime(row.created_at),
});

export const meView = (row: MemberRow): Me => {
  const { id, name, email, role, locale } = row;
  return { kind: "member", id, name, email, role, locale };
};

export const apiKeyView = (row: ApiKeyRow): ApiKey => ({
  ...row,
  created_at: toTime(row.created_at),
  expires_at: row.expires_at === null ? null : toTime(row.expires_at),
});

export const auditView = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: toTime(row.at),
  actor: { kind: row.actor_kind, id: row.actor_id },
  action: row.action,
  subject: row.subject,
});
