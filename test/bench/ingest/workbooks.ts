import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import writeWorkbook from 'write-excel-file/node';
import type { Cell, Table } from '../figures.ts';
import { inTurn } from '../in-turn.ts';
import { ownFolder } from '../processes.ts';
import { spreadOf } from '../statistics.ts';

type Parsed = { rows: number; milliseconds: number; before: number; peak: number };

const COMPONENTS = 11;

/** How fast workbooks of so many units are read, and how much memory that takes. */
export const parsedWorkbooks = async (sizes: readonly number[], rounds: number): Promise<Table> => {
  const rows: Cell[][] = [];
  for (const units of sizes) {
    const file = join(ownFolder(), `${units}.xlsx`);
    const bytes = await workbookOf(units);
    writeFileSync(file, bytes);
    const { parsed } = await inTurn({ rounds, warmUp: 1 }, { parsed: () => parsedApart(file) });
    rows.push([
      units,
      Math.round(bytes.length / 1024),
      spreadOf(parsed.map((one) => one.milliseconds)),
      spreadOf(parsed.map((one) => (1000 * one.rows) / one.milliseconds)),
      spreadOf(parsed.map((one) => one.before)),
      spreadOf(parsed.map((one) => one.peak)),
    ]);
  }
  return {
    title: `Workbooks of ${COMPONENTS + 1} columns, read in a process of their own, ${rounds} each`,
    columns: ['units', 'KB', 'ms', 'rows/s', 'MB before', 'MB at most'],
    rows,
  };
};

const parsedApart = async (file: string): Promise<Parsed> => {
  const module = join(import.meta.dirname, 'parse-workbook.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [module, file]);
  return JSON.parse(stdout);
};

/** As publishers lay them out: a heading, and a unit a line. */
const workbookOf = (units: number): Promise<Buffer> => {
  const line = (unit: number) => [
    { value: `Xã số ${unit}` },
    ...Array.from({ length: COMPONENTS }, (_, i) => ({ value: ((unit * 7919 + i * 104_729) % 1000) / 100 })),
  ];
  const head = ['Đơn vị', ...Array.from({ length: COMPONENTS }, (_, i) => `Tiêu chí ${i + 1}`)];
  const data = [head.map((value) => ({ value })), ...Array.from({ length: units }, (_, i) => line(i + 1))];
  return writeWorkbook([{ data, sheet: 'Điểm' }]).toBuffer();
};
