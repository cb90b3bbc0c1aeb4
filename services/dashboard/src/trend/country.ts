import { medianOf } from '@chi-so/domain/median';
import type { Release } from '../data/catalogue.ts';
import type { TrendRow } from '../data/trend.ts';
import { isOwn } from './lines.ts';

/** All units of a group in one period: the middle, the least and the greatest score, and how many they are. */
export type CountryPoint = Pick<TrendRow, 'period' | 'unit_set' | 'methodology'> & {
  median: number;
  low: number;
  high: number;
  of: number;
};

/**
 * The country, period by period, as published: nothing where the release has only some units, where the score of one of
 * those that were scored is not known, or where one is an estimate. `rows` are of one set and one group.
 */
export const countryOf = (rows: readonly TrendRow[], releases: readonly Release[]): CountryPoint[] =>
  [...Map.groupBy(rows, ({ period }) => period)].flatMap(([period, own]) => {
    const [first] = own;
    const release = releases.find((one) => one.period === period && one.unit_set === first?.unit_set);
    if (!first || release?.extent !== 'complete' || !own.every(isKnown)) return [];
    const scores = own.flatMap(({ score }) => score ?? []);
    const median = medianOf(scores);
    if (median === null || scores.length < FEWEST) return [];
    const { unit_set, methodology } = first;
    return [
      { period, unit_set, methodology, median, low: Math.min(...scores), high: Math.max(...scores), of: scores.length },
    ];
  });

/** Of fewer a middle says nothing. */
const FEWEST = 5;

const isKnown = (row: TrendRow): boolean =>
  (row.score !== null && isOwn(row)) || row.reason === 'not-surveyed' || row.reason === 'not-applicable';

/** The rows that a line is one of: of its unit's set and group, so that departments are not seen among districts. */
export const rowsBeside = (
  rows: readonly TrendRow[],
  setOfUnit: (unit: string) => string,
  like: TrendRow | null,
): TrendRow[] => {
  const set = like ? setOfUnit(like.unit) : rows[0] ? setOfUnit(rows[0].unit) : '';
  const own = rows.filter((row) => setOfUnit(row.unit) === set);
  const group = like?.group ?? own.find((row) => row.group !== null)?.group ?? null;
  return own.filter((row) => row.group === group || row.group === null);
};
