import type { Stage } from './score.ts';

/** What is wrong or remarkable in a release, with its place, so that a person can mend the file. */

/** `error` stops publication; `warning` must be acknowledged before it; `info` is there to be read. */
export type Severity = 'error' | 'warning' | 'info';

export type Finding = {
  /** The name of the rule that found it. */
  rule: string;
  severity: Severity;
  /** The sheet of a workbook; null where the file has none. */
  sheet: string | null;
  /** Line of the file or row of the sheet, from 1; position in a JSON list; null where it is about the whole release. */
  row: number | null;
  /** The column's letter in a table; the field's name in the release's own layout. */
  column: string | null;
  value: string | number | null;
  message_vi: string;
  message_en: string;
  /** Whose figure it is, of which component and stage, where its place tells: what a reader sees of the file is by these. */
  unit?: string | undefined;
  component?: string | undefined;
  stage?: Stage | 'result' | undefined;
};

/** Where something was found. */
export type Spot = Partial<Pick<Finding, 'sheet' | 'row' | 'column' | 'value'>>;

const NOWHERE = { sheet: null, row: null, column: null, value: null };

export const finding = (
  severity: Severity,
  rule: string,
  spot: Spot,
  message_vi: string,
  message_en: string,
): Finding => ({
  rule,
  severity,
  ...NOWHERE,
  ...spot,
  value: typeof spot.value === 'string' ? clipped(spot.value, 200) : (spot.value ?? null),
  message_vi: clipped(message_vi, 1000),
  message_en: clipped(message_en, 1000),
});

/** A cell may hold a book; a finding only has to tell which cell it is. */
const clipped = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export const errorsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'error');
