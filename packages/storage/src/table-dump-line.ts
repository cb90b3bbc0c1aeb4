import { gunzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * An item as one line of text: DynamoDB's own JSON of it, attributes, map keys and members of sets in the order of their
 * code units, without spaces, binary as base64. Equal items have equal lines, whoever wrote them and when.
 */

/** An item as DynamoDB speaks of it: what is dumped is neither understood nor made into JavaScript values. */
export type RawItem = Record<string, AttributeValue>;

export const canonicalLine = (item: RawItem): string => attributesText(item);

/**
 * The item that a line holds.
 *
 * @throws where it is no canonical line of an item with our keys.
 */
export const itemOfLine = (line: string): RawItem => {
  const item = attributesIn(JSON.parse(line));
  const { pk, sk } = item;
  if (pk?.S === undefined || sk?.S === undefined) throw new Error('an item has the keys pk and sk');
  if (canonicalLine(item) !== line) throw new Error('not in canonical form');
  return item;
};

/** The same with compressed attributes unpacked: equal content may be compressed into other bytes by another zlib. */
export const unpackedLine = (item: RawItem): string =>
  canonicalLine(
    Object.fromEntries(
      Object.entries(item).map(([name, value]): [string, AttributeValue] => [
        name,
        value.B ? unpacked(value.B) : value,
      ]),
    ),
  );

/** What cannot be unpacked is taken as it is: it will differ from whatever can. */
const unpacked = (bytes: Uint8Array): AttributeValue => {
  try {
    return { M: { unpacked: { S: gunzipSync(bytes).toString('utf8') } } };
  } catch {
    return { B: bytes };
  }
};

// Made by hand: JSON.stringify would put keys that look like numbers before all others.
const attributesText = (attributes: RawItem): string =>
  `{${Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${valueText(value)}`)
    .join(',')}}`;

const valueText = (value: AttributeValue): string => {
  if (value.M !== undefined) return `{"M":${attributesText(value.M)}}`;
  if (value.L !== undefined) return `{"L":[${value.L.map(valueText).join(',')}]}`;
  if (value.B !== undefined) return JSON.stringify({ B: base64(value.B) });
  if (value.BS !== undefined) return JSON.stringify({ BS: value.BS.map(base64).sort() });
  if (value.SS !== undefined) return JSON.stringify({ SS: [...value.SS].sort() });
  if (value.NS !== undefined) return JSON.stringify({ NS: [...value.NS].sort() });
  return JSON.stringify(value);
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const attributesIn = (json: unknown): RawItem =>
  Object.fromEntries(entriesOf(json).map(([name, value]) => [name, valueIn(value)]));

const valueIn = (json: unknown): AttributeValue => {
  const [[type, value] = ['', null], ...others] = entriesOf(json);
  if (others.length === 0) {
    if (type === 'M') return { M: attributesIn(value) };
    if (type === 'B' && typeof value === 'string') return { B: Buffer.from(value, 'base64') };
    if ((type === 'S' || type === 'N') && typeof value === 'string') return { [type]: value } as { S: string };
    if ((type === 'BOOL' || type === 'NULL') && typeof value === 'boolean') return { [type]: value } as { NULL: true };
    if (Array.isArray(value)) {
      if (type === 'L') return { L: value.map(valueIn) };
      if (value.every((one) => typeof one === 'string')) {
        if (type === 'SS' || type === 'NS') return { [type]: value } as { SS: string[] };
        if (type === 'BS') return { BS: value.map((one) => Buffer.from(one, 'base64')) };
      }
    }
  }
  throw new Error(`not a value of DynamoDB: ${JSON.stringify(json)?.slice(0, 80)}`);
};

const entriesOf = (json: unknown): [string, unknown][] => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error('not an object');
  return Object.entries(json);
};
