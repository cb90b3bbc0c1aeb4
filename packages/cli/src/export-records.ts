import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Table } from '@chi-so/storage/client';
import { scanTable } from '@chi-so/storage/table-dump';
import { createDigester, type Digest, digestOfTable, isSameDigest } from '@chi-so/storage/table-dump-hash';
import { createLedgerCheck } from '@chi-so/storage/table-dump-ledger';
import { canonicalLine } from '@chi-so/storage/table-dump-line';
import { Complaint } from './complaint.ts';
import { headerLine, trailerLine } from './records-file.ts';
import type { Watch } from './watch.ts';

/** What was exported. */
export type Exported = Digest & {
  file: string;
  table: string;
  at: string;
  /** False where a publication is only half in the table: see the runbook. */
  is_ledger_whole: boolean;
};

const ATTEMPTS = 3;

/**
 * `chiso export`: the whole Records table in a file that is there whole or not at all. A scan is no snapshot: what is
 * written meanwhile may be in it by half. So the table is scanned again, and only where it still comes to the same is the
 * file the table as it was at one moment.
 */
export const exportRecords = async (records: Table, file: string, watch: Watch): Promise<Exported> => {
  const part = `${file}.part-${process.pid}`;
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const exported = await writeFile(records, part, watch);
      const again = await digestOfTable(records, { onPage: (items) => watch(CHECKING, items) });
      if (!isSameDigest(exported, again)) continue;
      await rename(part, file);
      return { file, table: records.name, ...exported };
    }
  } finally {
    await rm(part, { force: true });
  }
  throw new Complaint({
    vi: `Bảng ${records.name} đang được ghi: ${ATTEMPTS} lần đọc không lần nào giống lần sau. Chạy lại khi vắng, hoặc xuất từ một bảng khôi phục`,
    en: `The table ${records.name} is being written to: of ${ATTEMPTS} scans none was like the next. Run it again at a quiet time, or export a restored table`,
  });
};

const writeFile = async (records: Table, path: string, watch: Watch) => {
  // Drafts are in it: nobody but its owner may read the file.
  const file = await open(path, 'w', 0o600);
  try {
    const at = new Date();
    const header = headerLine(records.name, at);
    await file.appendFile(`${header}\n`);
    const { is_ledger_whole, ...digest } = await writeItems(records, file, watch);
    await file.appendFile(`${trailerLine(digest, header)}\n`);
    await file.sync();
    return { ...digest, is_ledger_whole, at: at.toISOString() };
  } finally {
    await file.close();
  }
};

const writeItems = async (records: Table, file: FileHandle, watch: Watch) => {
  const digester = createDigester();
  const ledger = createLedgerCheck();
  for await (const page of scanTable(records)) {
    const lines = page.map(canonicalLine);
    for (const line of lines) digester.add(line);
    for (const item of page) ledger.add(item);
    await file.appendFile(lines.map((line) => `${line}\n`).join(''));
    watch(WRITING, digester.digest().items);
  }
  return { ...digester.digest(), is_ledger_whole: ledger.isWhole() };
};

const WRITING = { vi: 'Đang xuất', en: 'Exporting' };
const CHECKING = { vi: 'Đang đọc lại bảng', en: 'Reading the table again' };
