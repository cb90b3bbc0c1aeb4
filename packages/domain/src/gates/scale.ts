import { maximumIn } from '../aggregate.ts';
import { decimalsOf } from '../decimal.ts';
import { type Finding, finding } from '../finding.ts';
import type { Component, Methodology } from '../methodology.ts';
import type { ScoreRow } from '../release-file.ts';
import type { UnitSet } from '../unit-set.ts';
import { namesIn } from './names.ts';
import { spotOf } from './spot.ts';

/** Each figure by itself: missing with a reason or there without one, inside its scale, a rank that is a rank. */
export const checkFigures = (rows: readonly ScoreRow[], unitSet: UnitSet, methodology: Methodology): Finding[] => {
  const names = namesIn({ unitSet, methodology });
  const hair = methodology.aggregation.kind === 'points' ? 0 : HAIR;
  const groups = new Map(unitSet.units.map((unit) => [unit.unit, unit.groups]));
  const known = new Map(methodology.components.map((component) => [component.component, component]));
  return rows.flatMap((row) => [
    ...checkStatus(row),
    ...checkScale(row, known.get(row.component), groups.get(row.unit) ?? [], { names, hair }),
    ...checkRanks(row),
  ]);
};

const checkStatus = (row: ScoreRow): Finding[] => {
  const { score, status, reason } = row;
  const isMissing = status === 'M' || status === 'Q';
  if (score === null && (!isMissing || reason === null)) {
    return [
      finding(
        'error',
        'missing-without-reason',
        spotOf(row, 'score'),
        'Điểm để trống phải có trạng thái M hoặc Q và lý do',
        'An empty score needs status M or Q and a reason',
      ),
    ];
  }
  if (score !== null && (isMissing || reason !== null)) {
    return [
      finding(
        'error',
        'score-with-missing-status',
        spotOf(row, 'status'),
        'Có điểm thì trạng thái không thể là M, Q hay có lý do thiếu',
        'A score cannot have status M or Q, or a reason for being missing',
      ),
    ];
  }
  return [];
};

/** Publishers' workbooks hold binary fractions of up to 16 decimals; more is noise, or an attempt to break things. */
const MOST_DECIMALS = 18;

/**
 * A figure beyond its scale by a hair, as a share of the scale, is a warning (derived rule): publishers' calibrations
 * spill over (two figures of PAPI 8.1, 0.331742 and 0.33235, where the lowest possible is a third). The maxima of a
 * scorecard are set by its regulation, and nobody can earn more.
 */
const HAIR = 0.001;

const checkScale = (
  row: ScoreRow,
  component: Component | undefined,
  groups: readonly string[],
  { names, hair: share }: { names: ReturnType<typeof namesIn>; hair: number },
): Finding[] => {
  const { score } = row;
  if (score === null) return [];
  const minimum = component?.minimum ?? null;
  const maximum = component ? maximumIn(component, groups) : null;
  const scale = `${minimum ?? '…'}–${maximum ?? '…'}`;
  const of = names.component(row.component);
  const findings: Finding[] = [];
  const beyond = Math.max((minimum ?? score) - score, score - (maximum ?? score));
  if (beyond > 0) {
    const hair = minimum === null || maximum === null ? 0 : share * (maximum - minimum);
    findings.push(
      finding(
        beyond <= hair ? 'warning' : 'error',
        'out-of-scale',
        spotOf(row, 'score'),
        `${names.unit(row.unit).vi}: điểm ${score} nằm ngoài thang ${scale} của ${of.vi}`,
        `${names.unit(row.unit).en}: the score ${score} is outside the scale ${scale} of ${of.en}`,
      ),
    );
  }
  if (decimalsOf(score) > MOST_DECIMALS) {
    findings.push(
      finding(
        'error',
        'too-fine',
        spotOf(row, 'score'),
        `Điểm có hơn ${MOST_DECIMALS} chữ số thập phân`,
        `The score has more than ${MOST_DECIMALS} decimals`,
      ),
    );
  }
  return findings;
};

const isRank = (rank: number): boolean => Number.isInteger(rank) && rank >= 1 && rank <= 1_000_000;

const checkRanks = (row: ScoreRow): Finding[] =>
  (['rank_published', 'rank_claimed'] as const).flatMap((column) => {
    const rank = row[column];
    if (rank === null || isRank(rank)) return [];
    return [
      finding(
        'error',
        'rank',
        spotOf(row, column),
        `Thứ hạng ${rank} không phải số nguyên dương`,
        `The rank ${rank} is not a positive whole number`,
      ),
    ];
  });
