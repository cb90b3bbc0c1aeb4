import { describe, expect, it } from 'vitest';
import { linesOf, placeOf, placeRuns, scoreRuns, simulatedPeriods } from './lines.ts';
import { breakOf, estimateOf, rowOf } from './row-fixtures.ts';

const periodsOf = (runs: { period: string }[][]) => runs.map((run) => run.map(({ period }) => period).join(' '));
const years = (unit: string, ...periods: string[]) => periods.map((period) => rowOf({ unit, period }));
const lineOf = (...rows: ReturnType<typeof rowOf>[]) => ({ unit: 'VN63-46', name: 'Huế', tone: 'mine', rows });

describe('the lines of a trend', () => {
  it('are those of my unit and its peers, in their colours; a unit without a row has none', () => {
    const rows = [...years('VN63-48', '2019'), ...years('VN63-46', '2019'), ...years('VN63-01', '2019')];
    const lines = linesOf(rows, { unit: 'VN63-46', peers: ['VN63-99', 'VN63-48'] });

    expect(lines.map(({ unit, tone }) => `${unit} ${tone}`)).toEqual(['VN63-46 mine', 'VN63-48 peer-2']);
  });

  it('stop where a period is missing, where nothing is known, and where methodologies do not compare', () => {
    const line = lineOf(
      ...years('VN63-46', '2011', '2012', '2013', '2014'),
      rowOf({ period: '2015', score: null, status: 'M', reason: 'unknown', rank: null }),
      ...years('VN63-46', '2016', '2018'),
    );

    expect(periodsOf(scoreRuns(line, [breakOf({})]))).toEqual(['2011 2012', '2013 2014', '2016', '2018']);
  });

  it('go on where the territory of another unit changed, or a release over another set', () => {
    const line = lineOf(...years('VN63-46', '2012', '2013'));
    const others = [breakOf({ unit: 'VN63-01' }), breakOf({ unit_set: 'VN34' })];

    expect(periodsOf(scoreRuns(line, others))).toEqual(['2012 2013']);
  });

  it('join ranks, not scores, where only ranks compare', () => {
    const line = lineOf(...years('VN63-46', '2012', '2013'));
    const breaks = [breakOf({ verdict: 'rank-only' })];

    expect(periodsOf(scoreRuns(line, breaks))).toEqual(['2012', '2013']);
    expect(periodsOf(placeRuns(line, breaks, new Set()))).toEqual(['2012 2013']);
  });
});

describe('the place that is drawn', () => {
  const own = rowOf({ unit: 'VN34-46', carried: 'unchanged', rank_simulated: 10, rank_simulated_of: 34 });
  const estimate = estimateOf({ unit: 'VN34-48' });

  it('is the rank as published where no line is an estimate', () => {
    const lines = linesOf([own], { unit: 'VN34-46', peers: [] });

    expect(placeOf(own, simulatedPeriods(lines))).toEqual({ rank: 20, of: 63, isSimulated: false, isComputed: false });
  });

  it('is the simulated one of all lines where one is an estimate: 20 of 63 and 2 of 34 have no common axis', () => {
    const simulated = simulatedPeriods(linesOf([own, estimate], { unit: 'VN34-46', peers: ['VN34-48'] }));

    expect(placeOf(own, simulated)).toEqual({ rank: 10, of: 34, isSimulated: true, isComputed: false });
    expect(placeOf(estimate, simulated)).toEqual({ rank: 2, of: 34, isSimulated: true, isComputed: false });
  });

  it('is computed where the publisher printed no rank, or another one', () => {
    const places = [null, 19, 20].map((rank_published) => placeOf(rowOf({ rank_published }), new Set()));

    expect(places.map((place) => place?.isComputed)).toEqual([true, true, false]);
  });

  it('is never joined to one of the other kind', () => {
    const line = lineOf(
      rowOf({ period: '2024', carried: 'unchanged', rank_simulated: 10, rank_simulated_of: 34 }),
      rowOf({ period: '2025', rank: 9, rank_of: 34 }),
    );

    expect(periodsOf(placeRuns(line, [], new Set(['2024'])))).toEqual(['2024', '2025']);
  });
});
