import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Table } from './client.ts';
import { KEYS_VERSION } from './keys.ts';
import { scanTable } from './table-dump.ts';
import { createDigester, type Digest, digestOfTable, isSameDigest, type OnPage } from './table-dump-hash.ts';
import { createLedgerCheck } from './table-dump-ledger.ts';
import { canonicalLine } from './table-dump-line.ts';

/**
 * The file that Records is exported to: a header, the items, a trailer, one line of JSON each. The trailer says how many
 * items there are and what they come to, so that a file that lost or changed anything is known by itself.
 */

/** Items of other keys would be imported where nobody looks for them. */
export const FORMAT = `chi-so-records/${KEYS_VERSION}`;

export type Header = { format: string; table: string; at: string };

/** What was exported. */
export type Dumped = Digest & {
  at: string;
  /** False where a publication is only half in the table: see the runbook. */
  is_ledger_whole: boolean;
};

/** How often a table is read that is being written to. */
export const ATTEMPTS = 3;

/** Of all attempts none found the table as it was at one moment. */
export class TableMoved extends Error {
  constructor(table: string) {
    super(`The table ${table} is being written to: of ${ATTEMPTS} scans none was like the next`);
    this.name = 'TableMoved';
  }
}

type Heard = { isCompressed?: boolean; onWritten?: OnPage; onChecked?: OnPage };

/**
 * Writes a whole table into a file that is there whole or not at all. A scan is no snapshot: what is written meanwhile may
 * be in it by half. So the table is scanned again, and only where it still comes to the same is the file the table as it
 * was at one moment.
 *
 * @throws {TableMoved} where it never stood still.
 */
export const dumpTable = async (table: Table, file: string, heard: Heard = {}): Promise<Dumped> => {
  const part = `${file}.part-${process.pid}`;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const dumped = await writeDump(table, part, heard);
      const again = await digestOfTable(table, heard.onChecked ? { onPage: heard.onChecked } : {});
      if (!isSameDigest(dumped, again)) continue;
      await rename(part, file);
      return dumped;
    }
  } finally {
    await rm(part, { force: true });
  }
  throw new TableMoved(table.name);
};

const writeDump = async (
  table: Table,
  path: string,
  { isCompressed = false, onWritten = () => {} }: Heard,
): Promise<Dumped> => {
  const at = new Date();
  const header = headerLine(table.name, at);
  const digester = createDigester();
  const ledger = createLedgerCheck();
  const texts = async function* () {
    yield `${header}\n`;
    for await (const page of scanTable(table)) {
      const lines = page.map(canonicalLine);
      for (const line of lines) digester.add(line);
      for (const item of page) ledger.add(item);
      yield lines.map((line) => `${line}\n`).join('');
      onWritten(digester.digest().items);
    }
    yield `${trailerLine(digester.digest(), header)}\n`;
  };
  // Drafts are in it: nobody but its owner may read the file.
  const file = createWriteStream(path, { mode: 0o600, flush: true });
  await (isCompressed ? pipeline(texts, createGzip(), file) : pipeline(texts, file));
  return { ...digester.digest(), is_ledger_whole: ledger.isWhole(), at: at.toISOString() };
};

export const headerLine = (table: string, at: Date): string =>
  JSON.stringify({ format: FORMAT, table, at: at.toISOString() } satisfies Header);

/** The header has a hash of its own: the items' hash is theirs alone, to be compared with that of a table. */
export const trailerLine = ({ items, hash }: Digest, header: string): string =>
  JSON.stringify({ items, hash, header: createHash('sha256').update(header).digest('hex') });
