import { createHash } from 'node:crypto';
import type { Table } from './client.ts';
import { scanTable } from './table-dump.ts';
import { canonicalLine, type RawItem } from './table-dump-line.ts';

/**
 * The content of a table in one number: the sum, modulo 2^256, of the SHA-256 of every item's line. It does not depend on
 * the order of the items, and an item that is there twice counts twice. It finds damage; it is no signature, since who
 * may choose all lines freely could make others of the same sum.
 */
export type Digest = { items: number; hash: string };

export type Digester = {
  add: (line: string | Uint8Array) => void;
  digest: () => Digest;
};

export const createDigester = (): Digester => {
  let [items, sum] = [0, 0n];
  return {
    add: (line) => {
      items++;
      sum = BigInt.asUintN(256, sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`));
    },
    digest: () => ({ items, hash: sum.toString(16).padStart(64, '0') }),
  };
};

export const isSameDigest = (a: Digest, b: Digest): boolean => a.items === b.items && a.hash === b.hash;

/** What a whole table holds, by a scan. `onPage` hears of every page, and may end the scan by throwing. */
export const digestOfTable = async (
  table: Table,
  { lineOf = canonicalLine, onPage = () => {} }: { lineOf?: (item: RawItem) => string; onPage?: OnPage } = {},
): Promise<Digest> => {
  const digester = createDigester();
  for await (const items of scanTable(table)) {
    for (const item of items) digester.add(lineOf(item));
    onPage(digester.digest().items);
  }
  return digester.digest();
};

/** Is told after every page how many items have gone by. */
export type OnPage = (items: number) => void;
