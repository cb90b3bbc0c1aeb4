import { type Item, queryItems } from './items.ts';
import type { ReadTable } from './read-table.ts';

/**
 * AUDIT items: who did what. Written in the transaction that they describe, so neither is there without the other, under
 * a name of their own that nothing is ever put over; no function may delete.
 */

/** What something was before, or after: numbers, names and hashes, never what was sent itself. */
export type AuditState = Readonly<Record<string, string | number | null>>;

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
  /** Null where there was nothing; missing in entries of before it was kept. */
  before?: AuditState | null;
  after?: AuditState | null;
};

export const auditItem = (audit: AuditEntry): Item => ({
  pk: auditPartition(audit.at.slice(0, 7)),
  sk: `${audit.at}#${audit.request_id}#${audit.action}#${audit.target}`,
  ...audit,
});

const auditPartition = (month: string): string => `AUDIT#${month}`;

/** An entry with its place in the order of time. */
export type ListedAudit = { place: string; audit: AuditEntry };

/**
 * Entries from an instant on and before a place, newest first: at most `limit` of the month of the place. Less than that
 * says that the month has no more.
 */
export const listAudit = async (
  records: ReadTable,
  { month, from, before, limit }: { month: string; from: string; before: string; limit: number },
): Promise<ListedAudit[]> => {
  // Nothing sorts between a place and the same with the least sign after it; `before` itself is not among them.
  const items = await queryItems(records, {
    pk: auditPartition(month),
    between: [from, before],
    descending: true,
    limit: limit + 1,
    consistent: true,
  });
  return items
    .filter(({ sk }) => sk !== before)
    .slice(0, limit)
    .map(({ pk: _pk, sk, ...audit }) => ({ place: sk, audit: audit as AuditEntry }));
};
