import type { CodeWith } from '@chi-so/contract/problem-codes';
import { Problem, type Text } from '@chi-so/runtime/problem';

/**
 * What a workbook may be at most. Counted while it is read, since headers lie: a file of 192 KB can inflate to 200 MB,
 * and no parser stops by itself. The largest real releases are far below: all communes of the country over a hundred
 * criteria are a million cells.
 */
export const LIMITS = {
  entries: 2000,
  sheets: 200,
  inflatedBytes: 64 * 1024 * 1024,
  cells: 1_200_000,
  columns: 2000,
  rows: 100_000,
  sharedStrings: 500_000,
  cellLength: 32_767,
  /** Of all parts together: a cell is two or three, the rest is for rows, texts and cells that have a look and no value. */
  elements: 3_200_000,
  depth: 64,
  attributes: 256,
} as const;

/** What is left of the limits that the parts of a workbook share. */
export type Budget = { cells: number; elements: number };

export const refuse = (code: CodeWith<422>, vi: string, en: string): Problem => {
  const text: Text = { vi, en };
  return new Problem(422, code, text);
};

export const damaged = (vi: string, en: string): Problem =>
  refuse('damaged-workbook', `Tệp Excel bị hỏng: ${vi}`, `The workbook is damaged: ${en}`);

export const tooLarge = (vi: string, en: string): Problem =>
  refuse('workbook-too-large', `Tệp Excel quá lớn: ${vi}`, `The workbook is too large: ${en}`);
