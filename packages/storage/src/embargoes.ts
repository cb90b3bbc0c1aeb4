import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode, getItem, type Item, padded, putItem, queryItems } from './items.ts';

/** EMBARGOES items: publications that are to happen at a given time. One partition a day, so that looking is cheap. */

export type Embargo = {
  release: ReleaseId;
  revision: number;
  /** UTC ISO 8601 with milliseconds. */
  publish_at: string;
  /** The log entry that its user saw. */
  base: number;
  reason: string | null;
  actor: string;
  request_id: string;
  state: 'waiting' | 'published' | 'failed' | 'cancelled';
  /** Why it failed. */
  message: string | null;
};

const partition = (at: string) => `EMBARGOES#${at.slice(0, 10)}`;
const sortKey = ({ publish_at, release, revision }: Embargo) =>
  `${publish_at}#${releaseName(release)}#${padded(revision, 6)}`;

const itemOf = (embargo: Embargo): Item => ({ pk: partition(embargo.publish_at), sk: sortKey(embargo), ...embargo });

/** Writes an embargo that is not there yet, and answers what is there: this one, or the one that came before it. */
export const putEmbargo = async (records: Table, embargo: Embargo, audit: AuditEntry): Promise<Embargo> => {
  const put = (item: Item) => ({ TableName: records.name, Item: encode(item) });
  try {
    await records.db.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { ...put(itemOf(embargo)), ConditionExpression: 'attribute_not_exists(pk)' } },
          { Put: put(auditItem({ ...audit, revision: embargo.revision })) },
        ],
      }),
    );
    return embargo;
  } catch (error) {
    const { pk, sk } = itemOf(embargo);
    const earlier = cancellation(error) && (await getItem(records, { pk, sk }, true));
    if (earlier) return fromItem(earlier);
    throw error;
  }
};

/** What became of it. Refused where it is not waiting any more. */
export const settleEmbargo = (records: Table, embargo: Embargo): Promise<'put' | 'refused'> =>
  putItem(records, itemOf(embargo), {
    ConditionExpression: '#state = :waiting',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: encode({ ':waiting': 'waiting' }),
  });

/** How many days back are looked at: so long may the schedule have stood still. */
const DAYS = 3;
const DAY = 24 * 3600 * 1000;

/** Embargoes that have ended by `now` and still wait. */
export const dueEmbargoes = async (records: Table, now: Date): Promise<Embargo[]> => {
  const days = Array.from({ length: DAYS }, (_, i) => new Date(now.getTime() - i * DAY).toISOString());
  const found = await Promise.all(
    days.map((day) =>
      queryItems(records, { pk: partition(day), between: ['0', `${now.toISOString()}~`], consistent: true }),
    ),
  );
  return found
    .flat()
    .map(fromItem)
    .filter(({ state }) => state === 'waiting');
};

const fromItem = ({ pk: _pk, sk: _sk, ...embargo }: Item): Embargo => embargo as Embargo;
