import type { Item } from './items.ts';

/** AUDIT items: who did what. Written in the transaction that they describe, so neither is there without the other. */

export type AuditEntry = {
  /** UTC ISO 8601 with milliseconds. */
  at: string;
  actor: string;
  /** Such as `upload`, `correct`, `publish`, `withdraw`, `catalogue`. */
  action: string;
  /** What it was done to, such as `pci/VN63/main/2019`. */
  target: string;
  reason: string | null;
  request_id: string;
  revision?: number | null;
  entry?: number;
};

export const auditItem = (audit: AuditEntry): Item => ({
  pk: `AUDIT#${audit.at.slice(0, 7)}`,
  sk: `${audit.at}#${audit.request_id}#${audit.action}#${audit.target}`,
  ...audit,
});
