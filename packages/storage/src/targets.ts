import { createHash } from 'node:crypto';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { TargetPlan } from '@chi-so/domain/target-plan';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode } from './item-writes.ts';
import { getItem, type Item, pack, padded, queryItems, unpack } from './items.ts';
import { planPartition, plansPartition } from './keys.ts';
import { pause } from './pause.ts';
import type { ReadTable } from './read-table.ts';
import { readAs } from './unreadable-record.ts';

/**
 * TARGETS items: the plans of a unit. Every version of a plan is kept under its number and never altered; LATEST is a copy
 * of the newest one. A REQUEST item says which version a request has made: it is how a retry finds its own, and together
 * they are the plan's history.
 */

/** Whose plan, for which period. */
export type PlanId = { unit: string; period: string };

/** What is known of a version besides what it says. */
export type PlanVersion = PlanId & {
  version: number;
  title: string;
  document: string | null;
  issued_on: string | null;
  /** How many rows it has. */
  rows: number;
  actor: string;
  /** UTC ISO 8601. */
  at: string;
  reason: string | null;
  request_id: string;
};

export type SavedPlan = { version: PlanVersion; plan: TargetPlan };

const LATEST = 'LATEST';
const REQUEST = 'REQUEST#';
const versionKey = (version: number) => `VERSION#${padded(version, 6)}`;

/** A version of a plan; the newest where no number is given. */
export const getPlan = async (records: ReadTable, id: PlanId, version?: number): Promise<SavedPlan | undefined> => {
  const key = { pk: planPartition(id), sk: version === undefined ? LATEST : versionKey(version) };
  const item = await getItem(records, key, true);
  return item && readAs(key, () => ({ version: versionOf(item), plan: unpack<TargetPlan>(item.body) }));
};

/** Every version of a plan, oldest first. */
export const listPlanVersions = async (records: ReadTable, id: PlanId): Promise<PlanVersion[]> => {
  const items = await queryItems(records, { pk: planPartition(id), prefix: REQUEST, consistent: true });
  return items.map(versionOf).sort((a, b) => a.version - b.version);
};

/** The newest version of each plan of a unit, by period. */
export const listPlans = async (records: ReadTable, unit: string): Promise<PlanVersion[]> =>
  (await queryItems(records, { pk: plansPartition(unit), consistent: true })).map(versionOf);

/** What is to be written, by whom; `base` is the version that its writer saw, 0 where there was none. */
export type PlanWrite = {
  plan: TargetPlan;
  base: number;
} & Pick<PlanVersion, 'actor' | 'at' | 'reason' | 'request_id'>;

/**
 * - `saved`: a new version; `same`: the newest one says this already; `repeated`: this request made that version before;
 * - `moved`: another version than `base` is the newest; `reused`: the request id was used for something else.
 */
export type PlanOutcome =
  | { outcome: 'saved' | 'same' | 'repeated'; version: PlanVersion }
  | { outcome: 'moved'; version: PlanVersion | undefined }
  | { outcome: 'reused' };

/** How often a write is tried while others are under way. */
const ATTEMPTS = 6;

/** Writes {VERSION, LATEST, REQUEST, list entry, AUDIT} in one transaction, if the version is still free. */
export const savePlan = async (records: Table, id: PlanId, write: PlanWrite): Promise<PlanOutcome> => {
  const pk = planPartition(id);
  const hash = createHash('sha256').update(JSON.stringify(write.plan)).digest('hex');
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await knownOutcome(records, pk, write, hash);
    if (known) return known;
    try {
      const version = versionMade(id, write);
      await records.db.send(transactionOf(records.name, version, write, hash));
      return { outcome: 'saved', version };
    } catch (error) {
      if (!cancellation(error)) throw error;
      // Somebody else was faster, or this very request was sent twice: the table says which.
      await pause(attempt);
    }
  }
  return { outcome: 'moved', version: undefined };
};

const versionMade = (id: PlanId, { plan, base, actor, at, reason, request_id }: PlanWrite): PlanVersion => {
  const { title, document, issued_on, rows } = plan;
  return { ...id, version: base + 1, title, document, issued_on, rows: rows.length, actor, at, reason, request_id };
};

const transactionOf = (TableName: string, version: PlanVersion, { plan }: PlanWrite, hash: string) => {
  const { unit, period, actor, at, reason, request_id } = version;
  const pk = planPartition(version);
  const content: Item = { ...version, hash, body: pack(plan) };
  const audit: AuditEntry = {
    at,
    actor,
    action: 'targets',
    target: `targets/${unit}/${period}`,
    reason,
    request_id,
    before: version.version > 1 ? { version: version.version - 1 } : null,
    after: { version: version.version, sha256: hash },
  };
  const put = (item: Item) => ({ TableName, Item: encode(item) });
  const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };
  return new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { ...put({ pk, sk: versionKey(version.version), ...content }), ...ifAbsent } },
      { Put: put({ pk, sk: LATEST, ...content }) },
      { Put: { ...put({ pk, sk: REQUEST + request_id, ...version, hash }), ...ifAbsent } },
      { Put: put({ pk: plansPartition(unit), sk: period, ...version }) },
      { Put: put(auditItem(audit)) },
    ],
  });
};

/** What the table says of the write before anything is written; undefined where it may go ahead. */
const knownOutcome = async (
  records: Table,
  pk: string,
  { base, actor, request_id }: PlanWrite,
  hash: string,
): Promise<PlanOutcome | undefined> => {
  const own = await getItem(records, { pk, sk: REQUEST + request_id }, true);
  if (own) {
    const isSame = own.hash === hash && own.actor === actor;
    return isSame ? { outcome: 'repeated', version: versionOf(own) } : { outcome: 'reused' };
  }
  const latest = await getItem(records, { pk, sk: LATEST }, true);
  if (latest?.hash === hash) return { outcome: 'same', version: versionOf(latest) };
  if ((latest?.version ?? 0) === base) return undefined;
  return { outcome: 'moved', version: latest && versionOf(latest) };
};

const versionOf = ({ pk: _pk, sk: _sk, hash: _hash, body: _body, ...version }: Item): PlanVersion =>
  version as PlanVersion;
