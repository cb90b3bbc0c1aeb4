import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { type Consumed, capacityMeter } from './memory-capacity.ts';
import { query, scan } from './memory-queries.ts';
import { batchGetItem, getItem } from './memory-reads.ts';
import { notInMemory } from './memory-refusals.ts';
import { type Change, type Lag, type Memory, memoryTables, type Partitions } from './memory-tables.ts';
import { transactWriteItems } from './memory-transactions.ts';
import { batchWriteItem, putItem } from './memory-writes.ts';

/**
 * DynamoDB in memory, as far as packages/storage uses it, so that many histories can be run: it answers at once and
 * always the same. What it does not know it refuses; where it knows, it is held against DynamoDB Local
 * (memory-dynamodb.test.ts).
 */

export type { Change };

export type MemoryOptions = {
  /** Bytes of a page of Query and Scan; 1 MB where left out. */
  pageBytes?: number;
  /** Told of each change after it was made; of those of a transaction after the last of them. */
  onChange?: (change: Change) => void;
  /**
   * How many versions of that item (Query: that every item of the range) an eventually consistent read lags behind; 0
   * where left out. Where that is more than it has ever had, the item is not there yet. Sixteen earlier versions are
   * kept: of an item with a longer past, the oldest of them is as far back as it goes.
   */
  lag?: Lag;
};

/** Tables as they were. */
export type Snapshot = ReadonlyMap<string, Partitions>;

export type MemoryDynamoDB = {
  /** As DynamoDBClient: applies the command at once. Usable as `Table['db']` of packages/storage/src/client.ts. */
  send: DynamoDBClient['send'];
  /** The same, synchronously. Throws the SDK's own exception classes. */
  execute: (command: object) => object;
  createTable: (name: string) => void;
  /** All items of a table, sorted by pk then sk. */
  items: (table: string) => Record<string, AttributeValue>[];
  /** Capacity as the service bills it: transactions twice, refused conditional writes too, by table and command name. */
  consumed: Consumed;
  /** What all tables hold, earlier versions included; what was consumed is not taken back. */
  snapshot: () => Snapshot;
  restore: (snapshot: Snapshot) => void;
};

const MEGABYTE = 1024 * 1024;

export const memoryDynamoDB = ({ pageBytes = MEGABYTE, onChange, lag }: MemoryOptions = {}): MemoryDynamoDB => {
  const tables = memoryTables(lag, onChange);
  const { consumed, count } = capacityMeter();
  const memory: Memory = { tables, pageBytes, count };

  /** Once something unknown was asked nothing is answered any more: whoever asked may have taken it for a failed call. */
  let gap: { error: unknown } | undefined;
  const orGap = <T>(work: () => T): T => {
    if (gap) throw gap.error;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DynamoDBServiceException)) gap = { error };
      throw error;
    }
  };

  const execute = (command: object): object => orGap(() => ({ $metadata: {}, ...answer(memory, command) }));
  const send = async (command: object, ...more: unknown[]): Promise<object> => {
    if (more.length > 0)
      orGap(() => {
        throw notInMemory('options of send');
      });
    return execute(command);
  };

  return {
    send: send as DynamoDBClient['send'],
    execute,
    createTable: tables.create,
    items: (table) => orGap(() => tables.all(table).flatMap(({ item }) => (item ? [{ ...item }] : []))),
    consumed,
    snapshot: () => orGap(tables.snapshot),
    restore: tables.restore,
  };
};

const answer = (memory: Memory, command: object): object => {
  if (command instanceof GetItemCommand) return getItem(memory, command.input);
  if (command instanceof PutItemCommand) return putItem(memory, command.input);
  if (command instanceof QueryCommand) return query(memory, command.input);
  if (command instanceof BatchGetItemCommand) return batchGetItem(memory, command.input);
  if (command instanceof BatchWriteItemCommand) return batchWriteItem(memory, command.input);
  if (command instanceof TransactWriteItemsCommand) return transactWriteItems(memory, command.input);
  if (command instanceof ScanCommand) return scan(memory, command.input);
  throw notInMemory(command.constructor.name);
};
