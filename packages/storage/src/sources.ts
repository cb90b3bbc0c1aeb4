import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Finding } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode, getAll, putItem } from './item-writes.ts';
import { getItem, type Item, queryItems } from './items.ts';

/** SOURCES items: the addresses that are looked at regularly. SOURCE-STATE items: what came of it, one for each. */

export type ScheduledSource = {
  source: string;
  /** Counts the changes of this item, from 1. */
  version: number;
  url: string;
  index: string | null;
  period: string | null;
  unit_set: string | null;
  edition: string | null;
  every_hours: number;
  enabled: boolean;
  title: string | null;
  publisher: string | null;
  note: string | null;
};

/** A release that a source's file made or found. */
export type SourcedRelease = ReleaseId & { revision: number | null; status: string };

/**
 * - `checking`: under way, or cut off;
 * - `drafted`: new content became a draft; `unchanged`: the content is known; `not-modified`: so said the server;
 * - `rejected`: the content is no release that could be taken; `not-fetched`: there is no content;
 * - `failed`: something of ours failed.
 */
export type SourceOutcome =
  | 'checking'
  | 'drafted'
  | 'unchanged'
  | 'not-modified'
  | 'rejected'
  | 'not-fetched'
  | 'failed';

export type SourceState = {
  source: string;
  /** Counts the writes of this item, from 1. */
  version: number;
  checked_at: string;
  /** Hash of the address and of what the source said of the release. Where they are others by now, this is no history. */
  asked: string;
  outcome: SourceOutcome;
  /** Such as `host-not-allowed`; null where nothing is wrong. */
  code: string | null;
  message_vi: string;
  message_en: string;
  /** Checks without success since the last one with it. */
  failures: number;
  /** The content that was last taken; null before there was any. */
  content: SourceContent | null;
  /** What that content, or the one rejected after it, made and what was found in it. */
  releases: SourcedRelease[];
  findings: Finding[];
};

export type SourceContent = {
  sha256: string;
  final_url: string;
  etag: string | null;
  last_modified: string | null;
  taken_at: string;
};

const SOURCES = 'SOURCES';
const STATE = 'STATE';
const statePartition = (source: string) => `SOURCE-STATE#${source}`;

/** The ways to the items of sources, bound to their table. */
export const sourceItems = (records: Table) => ({
  list: async (): Promise<ScheduledSource[]> =>
    (await queryItems(records, { pk: SOURCES, consistent: true })).map((item) => withoutKey<ScheduledSource>(item)),

  get: async (source: string): Promise<ScheduledSource | undefined> => {
    const item = await getItem(records, { pk: SOURCES, sk: source }, true);
    return item && withoutKey<ScheduledSource>(item);
  },

  /** With its audit entry, in one transaction. `moved`: somebody else has changed the source since it was read. */
  save: async (source: ScheduledSource, audit: AuditEntry): Promise<'saved' | 'moved'> => {
    try {
      await records.db.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Put: {
                TableName: records.name,
                Item: encode({ pk: SOURCES, sk: source.source, ...source }),
                ...follows(source.version),
              },
            },
            { Put: { TableName: records.name, Item: encode(auditItem(audit)) } },
          ],
        }),
      );
      return 'saved';
    } catch (error) {
      if (cancellation(error)?.some((why) => why === 'ConditionalCheckFailed' || why === 'TransactionConflict')) {
        return 'moved';
      }
      throw error;
    }
  },

  /** Of those sources that have been looked at. */
  states: async (sources: readonly string[]): Promise<SourceState[]> => {
    const items = await getAll(
      records,
      sources.map((source) => ({ pk: statePartition(source), sk: STATE })),
    );
    return items.map((item) => withoutKey<SourceState>(item));
  },

  /** Two at once: one is put, the other `refused`. */
  putState: (state: SourceState): Promise<'put' | 'refused'> =>
    putItem(records, { pk: statePartition(state.source), sk: STATE, ...state }, follows(state.version)),
});

export type SourceItems = ReturnType<typeof sourceItems>;

/** Put only over the version before it: nothing where this is the first. */
const follows = (version: number) =>
  version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :before',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: encode({ ':before': version - 1 }),
      };

const withoutKey = <T>({ pk: _pk, sk: _sk, ...rest }: Item): T => rest as T;
