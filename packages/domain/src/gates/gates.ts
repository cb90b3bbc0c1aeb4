import type { Finding } from '../finding.ts';
import { checkRelease } from '../release-check.ts';
import type { ScoreRow } from '../release-file.ts';
import { arithmetic } from './arithmetic.ts';
import { conflict } from './conflict.ts';
import type { GateContext } from './context.ts';
import { decimals } from './decimals.ts';
import { emptyColumn } from './empty-column.ts';
import { fractions } from './fractions.ts';
import { gradeBand } from './grade-band.ts';
import { gradeCounts } from './grade-counts.ts';
import { implausibleMove } from './implausible-move.ts';
import { byPlace, byRow } from './order.ts';
import { rankOrder } from './rank-order.ts';
import { stale } from './stale.ts';

/**
 * Everything between a release file and its publication. What a file gets wrong by itself comes from `checkRelease`; the
 * other gates ask whether its figures can be true, given each other and what is published. The same file in the same
 * surroundings always gives the same findings, whatever the order of its rows: what is about the whole release first,
 * then row by row.
 */
export const gate = (context: GateContext): Finding[] => {
  const rows = [...context.file.rows].sort(byPlace);
  const once: GateContext = { ...context, file: { ...context.file, rows: withoutRepeats(rows) } };
  return [
    ...checkRelease({ ...context.file, rows }, context.unitSet, context.methodology),
    ...JUDGEMENTS.flatMap((judge) => judge(once)),
  ].sort(byRow);
};

const JUDGEMENTS: ((context: GateContext) => Finding[])[] = [
  stale,
  conflict,
  emptyColumn,
  decimals,
  fractions,
  arithmetic,
  rankOrder,
  gradeCounts,
  gradeBand,
  implausibleMove,
];

/** A repeated cell is an error already, and is not judged twice. */
const withoutRepeats = (rows: readonly ScoreRow[]): ScoreRow[] => {
  const seen = new Set<string>();
  return rows.filter(({ unit, component, stage }) => {
    const key = `${unit} ${component} ${stage}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};
