import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { type AuditEntry, type AuditState, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode, putItem } from './item-writes.ts';
import { getItem, type Item, queryItems } from './items.ts';

/** EMBARGOES items: publications that are to happen at a given time, one for each release: a new one takes its place. */

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

const PARTITION = 'EMBARGOES';
const key = (release: ReleaseId) => ({ pk: PARTITION, sk: releaseName(release) });
const itemOf = (embargo: Embargo): Item => ({ ...key(embargo.release), ...embargo });

export const getEmbargo = async (records: Table, release: ReleaseId): Promise<Embargo | undefined> => {
  const item = await getItem(records, key(release), true);
  return item && fromItem(item);
};

const stateOf = (embargo: Embargo | undefined): AuditState | null =>
  embargo ? { revision: embargo.revision, publish_at: embargo.publish_at, state: embargo.state } : null;

/** Writes an embargo in the place of the one that was seen there, if any. `moved`: another one has come meanwhile. */
export const putEmbargo = async (
  records: Table,
  embargo: Embargo,
  seen: Embargo | undefined,
  audit: AuditEntry,
): Promise<'put' | 'moved'> => {
  const put = (item: Item) => ({ TableName: records.name, Item: encode(item) });
  const condition = seen
    ? { ConditionExpression: 'request_id = :seen', ExpressionAttributeValues: encode({ ':seen': seen.request_id }) }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  try {
    await records.db.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { ...put(itemOf(embargo)), ...condition } },
          {
            Put: put(
              auditItem({ ...audit, revision: embargo.revision, before: stateOf(seen), after: stateOf(embargo) }),
            ),
          },
        ],
      }),
    );
    return 'put';
  } catch (error) {
    if (cancellation(error)) return 'moved';
    throw error;
  }
};

/** What became of it. Refused where it is not waiting any more. */
export const settleEmbargo = (records: Table, embargo: Embargo): Promise<'put' | 'refused'> =>
  putItem(records, itemOf(embargo), {
    ConditionExpression: '#state = :waiting AND request_id = :own',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: encode({ ':waiting': 'waiting', ':own': embargo.request_id }),
  });

/** Embargoes that have ended by `now` and still wait, the earliest first. */
export const dueEmbargoes = async (records: Table, now: Date): Promise<Embargo[]> =>
  (await queryItems(records, { pk: PARTITION, consistent: true }))
    .map(fromItem)
    .filter(({ state, publish_at }) => state === 'waiting' && publish_at <= now.toISOString())
    .sort((a, b) => (a.publish_at < b.publish_at ? -1 : 1));

const fromItem = ({ pk: _pk, sk: _sk, ...embargo }: Item): Embargo => embargo as Embargo;
