import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { QueryInput, ReadTable } from './read-table.ts';

/** What the item modules of this package share. Nothing outside it reads or writes DynamoDB. */

export type Key = { pk: string; sk: string };
// biome-ignore lint/suspicious/noExplicitAny: an item is untyped until its module has read it
export type Item = Record<string, any>;

/** Numbers in sort keys are fixed-width, so that their order as text is their order. */
export const padded = (value: number, width = 10): string => String(value).padStart(width, '0');

/** Loaded when it is first used: a stored answer is handed on as it is, and a cold start would wait for nothing. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** JSON, compressed: names and repeated fields shrink about tenfold, and capacity is paid by the byte. */
export const pack = (value: unknown, level = 6): Uint8Array => {
  const text = JSON.stringify(value);
  const { gzipSync, constants } = zlib();
  const isLongTable = level === 9 && text.length > LONG_TABLE;
  return gzipSync(text, isLongTable ? { level, windowBits: 12, strategy: constants.Z_FILTERED } : { level });
};

/**
 * Of a long table of rows that are alike, deflate finds everything worth repeating in the few rows before. A window of 4 KB
 * makes the distances short to write: fewer bytes than with all 32, in a third of the time.
 */
const LONG_TABLE = 50_000;

export const unpackText = (bytes: Uint8Array): string => zlib().gunzipSync(bytes).toString('utf8');
export const unpack = <T>(bytes: Uint8Array): T => JSON.parse(unpackText(bytes)) as T;

export const getItem = async (table: ReadTable, { pk, sk }: Key, consistent: boolean): Promise<Item | undefined> => {
  const { Item } = await table.getItem({ Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: consistent });
  return Item && unmarshall(Item);
};

export type Range = {
  pk: string;
  /** Sort keys that begin so … */
  prefix?: string;
  /** … or lie between these two, both included. */
  between?: [string, string];
  descending?: boolean;
  limit?: number;
  consistent?: boolean;
};

/** All items of a range of one partition, page by page (a page is 1 MB). */
export const queryItems = async (table: ReadTable, range: Range): Promise<Item[]> => {
  const { pk, prefix, between, descending = false, limit, consistent = false } = range;
  const input: QueryInput = {
    KeyConditionExpression: between
      ? 'pk = :pk AND sk BETWEEN :from AND :to'
      : prefix === undefined
        ? 'pk = :pk'
        : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: {
      ':pk': { S: pk },
      ...(between ? { ':from': { S: between[0] }, ':to': { S: between[1] } } : {}),
      ...(prefix === undefined || between ? {} : { ':prefix': { S: prefix } }),
    },
    ScanIndexForward: !descending,
    ConsistentRead: consistent,
  };
  const items: Item[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await table.query({
      ...input,
      ...(limit === undefined ? {} : { Limit: limit - items.length }),
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    start = page.LastEvaluatedKey;
  } while (start && (limit === undefined || items.length < limit));
  return items;
};
