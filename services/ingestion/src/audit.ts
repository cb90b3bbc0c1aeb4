import type { AuditRow } from '@chi-so/contract/audit-row';
import { LIMITS } from '@chi-so/contract/limits';
import { ownsEverything, ownsUnit, ownsUnitSet } from '@chi-so/domain/ownership';
import type { Answer, Request } from '@chi-so/runtime/http';
import { ownedBy } from '@chi-so/runtime/ownership';
import { instantOf, parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidParameter } from '@chi-so/runtime/problem';
import { type AuditEntry, listAudit } from '@chi-so/storage/audit';
import type { Stores } from './stores.ts';

const PAGE = 100;
/** Entries that one request looks at, whatever it finds among them. */
const LOOKED_AT = 2000;
const DAY = 86_400_000;
/** Without `since`, and at most. */
const DAYS = { usual: 31, most: 366 };

/**
 * `GET /v1/audit`: who wrote what, newest first. A page may hold fewer rows than asked for where few fit; there is nothing
 * more only where `next` is null. Who owns a province sees what concerns it.
 *
 * @throws Problem 400 for a time that is none, or more than a year at once
 */
export const getAudit = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  const asked = parameters(request.query, ['since', 'until', 'actor', 'action', 'target', 'limit', 'cursor']);
  const until = asked.until === undefined ? now().toISOString() : instantOf(asked.until, 'until');
  const since =
    asked.since === undefined
      ? new Date(Date.parse(until) - DAYS.usual * DAY).toISOString()
      : instantOf(asked.since, 'since', 'begins');
  if (Date.parse(until) - Date.parse(since) > DAYS.most * DAY)
    throw invalidParameter(
      'since',
      `Từ since đến until nhiều nhất ${DAYS.most} ngày`,
      `From since to until are at most ${DAYS.most} days`,
    );
  const limit = asked.limit === undefined ? PAGE : wholeNumber('limit', asked.limit, 1, LIMITS.rows);
  const owned = ownedBy(request);
  const isWanted = (audit: AuditEntry) =>
    (asked.actor === undefined || audit.actor === asked.actor) &&
    (asked.action === undefined || audit.action === asked.action) &&
    (asked.target === undefined || audit.target === asked.target || audit.target.startsWith(`${asked.target}/`)) &&
    isSeenBy(owned, audit);

  // The sign after `#` ends the instant itself, so that everything of that moment is before it.
  let before = asked.cursor === undefined ? `${until}$` : placeOf(asked.cursor);
  const rows: AuditEntry[] = [];
  let left = LOOKED_AT;
  for (const month of monthsDown(before.slice(0, 7), since.slice(0, 7))) {
    while (rows.length < limit && left > 0) {
      const wanted = Math.min(left, limit);
      const found = await listAudit(records, { month, from: since, before, limit: wanted });
      left -= found.length;
      for (const { place, audit } of found) {
        if (rows.length === limit) break;
        before = place;
        if (isWanted(audit)) rows.push(audit);
      }
      if (found.length < wanted) break;
    }
    if (rows.length === limit || left === 0) break;
  }
  const isMore = rows.length === limit || left === 0;
  const next = isMore ? `/v1/audit?${new URLSearchParams({ ...asked, since, until, cursor: cursorOf(before) })}` : null;
  return { cache: 'none', body: { data: rows.map(rowOf), meta: { since, until }, next } };
};

/** What the caller may see: of releases and plans their owner's, of what all share those who own everything. */
const isSeenBy = (owned: readonly string[], { target }: AuditEntry): boolean => {
  if (ownsEverything(owned)) return true;
  const [kind = '', second = '', ...rest] = target.split('/');
  if (kind === 'targets') return ownsUnit(owned, second);
  return rest.length === 2 && ownsUnitSet(owned, second);
};

const rowOf = ({ at, actor, action, target, reason, request_id, ...more }: AuditEntry): AuditRow => ({
  ...{ at, actor, action, target, revision: more.revision ?? null, entry: more.entry ?? null },
  ...{ before: more.before ?? null, after: more.after ?? null, reason, request_id },
});

/** From the newest month to the oldest. */
function* monthsDown(newest: string, oldest: string): Generator<string> {
  for (let month = newest; month >= oldest; month = monthBefore(month)) yield month;
}

const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
};

const cursorOf = (place: string): string => Buffer.from(place).toString('base64url');

const placeOf = (cursor: string): string => {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z#/.test(place) && cursorOf(place) === cursor) return place;
  throw invalidParameter('cursor', 'cursor không đúng như đã trả lời', 'cursor is not one that was given here');
};
