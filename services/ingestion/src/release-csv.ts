import type { Finding } from '@chi-so/domain/finding';
import { parse } from 'csv-parse/sync';
import { fault, type Reading, readReleaseTable, type TableRow } from './release-table.ts';

/** The release layout as CSV: lines that begin with `#`, then the table. */
export const readReleaseCsv = (text: string): Reading => {
  const findings: Finding[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const preamble = lines.slice(0, start).map((line, i) => ({ row: i + 1, cells: [line] }));
  const table = parseCsv(lines.slice(start).join('\n'), start, findings);
  return readReleaseTable(preamble, table, findings);
};

/** Rows with the number of the line in which they end, as an editor counts. */
const parseCsv = (text: string, offset: number, findings: Finding[]): TableRow[] => {
  try {
    const records = parse(text, {
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      maxRecordSize: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ row: offset + info.lines, cells: record }));
  } catch (error) {
    const { lines = 0, message } = error as Error & { lines?: number };
    findings.push(
      fault('csv', offset + lines, null, null, `CSV không đọc được: ${message}`, `Unreadable CSV: ${message}`),
    );
    return [];
  }
};
