import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { type LogId, logName } from '@chi-so/domain/identity';
import type { LogEntry } from '@chi-so/domain/log';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode } from './item-writes.ts';
import { type Item, padded, queryItems } from './items.ts';
import { logPartition } from './keys.ts';
import type { ReadTable } from './read-table.ts';
import { type ReleaseSummary, releaseItem } from './releases.ts';

/** LOG and LEDGER items: the publications of one log, and the gapless sequence of all of them. */

const LEDGER = 'LEDGER';

/** The whole log by one consistent Query: always a prefix, since entries are appended under a condition. */
export const readLog = async (records: ReadTable, log: LogId): Promise<LogEntry[]> => {
  const items = await queryItems(records, { pk: logPartition(log), consistent: true });
  return items.map(({ pk: _pk, sk: _sk, ...entry }) => ({ touches: null, ...entry }) as LogEntry);
};

/** The last number of the ledger; 0 where nothing was ever published. */
export const lastLedgerNumber = async (records: ReadTable): Promise<number> => {
  const [last] = await queryItems(records, { pk: LEDGER, descending: true, limit: 1, consistent: true });
  return last?.ledger ?? 0;
};

/** Every log that has an entry, in the order of their first publication. For rebuild and verification. */
export const listLogs = async (records: ReadTable): Promise<LogId[]> => {
  const items = await queryItems(records, { pk: LEDGER, consistent: true });
  const logs = items.map(({ log: { index, unit_set, edition } }): LogId => ({ index, unit_set, edition }));
  return [...new Map(logs.map((log) => [logName(log), log])).values()];
};

/**
 * Appends {LOG, LEDGER, RELEASES, AUDIT} in one transaction: this is the publication. `moved`: the log or the ledger has
 * gone on (or is being written to) since they were read; read them again.
 */
export const appendEntry = async (
  records: Table,
  log: LogId,
  entry: LogEntry,
  summary: ReleaseSummary,
  audit: AuditEntry,
): Promise<'appended' | 'moved'> => {
  const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const put = (item: Item) => ({ Put: { TableName: records.name, Item: encode(item) } });
  const logItem = { pk: logPartition(log), sk: padded(entry.entry), ...entry };
  const ledgerItem = { pk: LEDGER, sk: padded(entry.ledger), ledger: entry.ledger, log, entry: entry.entry };
  try {
    await records.db.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { ...put(logItem).Put, ...ifAbsent } },
          { Put: { ...put(ledgerItem).Put, ...ifAbsent } },
          put(releaseItem(summary)),
          put(
            auditItem({
              ...audit,
              revision: entry.revision,
              entry: entry.entry,
              after: { entry: entry.entry, revision: entry.revision },
            }),
          ),
        ],
      }),
    );
    return 'appended';
  } catch (error) {
    const reasons = cancellation(error);
    if (reasons?.some((reason) => reason === 'ConditionalCheckFailed' || reason === 'TransactionConflict'))
      return 'moved';
    throw error;
  }
};
