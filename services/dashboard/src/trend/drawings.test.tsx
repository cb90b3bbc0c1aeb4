import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Language } from '../words/language.tsx';
import { countryOf } from './country.ts';
import { linesOf, simulatedPeriods } from './lines.ts';
import { hairlinesOf } from './notes.ts';
import { RankChart } from './rank-chart.tsx';
import { breakOf, estimateOf, releaseOf, rowOf, trendWith } from './row-fixtures.ts';
import { ScoreChart } from './score-chart.tsx';
import { timeFrame } from './time-frame.ts';

/** The drawings of a trend, from fixed figures: whatever changes in them is looked at before it is taken over. */

const drawn = (drawing: preact.JSX.Element) =>
  renderToString(<Language.Provider value="vi">{drawing}</Language.Provider>).replaceAll('><', '>\n<');

const mine = (period: string, score: number | null, rank: number | null) =>
  rowOf({ unit: 'VN34-46', unit_name: 'Huế', period, score, rank, rank_published: rank, carried: 'unchanged' });
const other = (i: number, period: string) => rowOf({ unit: `VN34-0${i}`, period, score: 60 + i, rank: 30 + i });

/** Years before and after another methodology, one in which nothing is known, and one in which a peer is an estimate. */
const rows = [
  ...[mine('2011', 61, 22), mine('2012', 57.1, 30), mine('2013', 65.5, 2), mine('2014', null, null)],
  ...[mine('2015', 58.5, 29), { ...mine('2016', 59.7, 23), rank_simulated: 9, rank_simulated_of: 34 }],
  ...[1, 2, 3, 4].flatMap((i) => [other(i, '2011'), other(i, '2012')]),
  estimateOf({ unit: 'VN34-48', unit_name: 'Đà Nẵng', period: '2016', score: 65.6, score_min: 61.2, score_max: 70 }),
];
const trend = trendWith(rows, [breakOf({})]);
const lines = linesOf(rows, { unit: 'VN34-46', peers: ['VN34-48'] });
const country = countryOf(
  rows.filter(({ group }) => group === 'all'),
  [releaseOf({ period: '2011' }), releaseOf({ period: '2012' })],
);
const shared = {
  frame: timeFrame(
    rows.map(({ period }) => period),
    0,
    { width: 800, left: 34, labels: 180 },
  ),
  ...{ lines, breaks: trend.meta.breaks, hairlines: hairlinesOf(trend, lines, 'vi'), height: 200 },
};

describe('drawings of a trend', () => {
  it('put scores upwards, stop at gaps and breaks, and leave an estimate hollow with its range', async () => {
    await expect(drawn(<ScoreChart {...shared} country={country} decimalsOf={() => 2} />)).toMatchFileSnapshot(
      'drawings/score-chart.svg',
    );
  });

  it('put rank 1 on top, and a simulated place apart from the ranks', async () => {
    await expect(drawn(<RankChart {...shared} simulated={simulatedPeriods(lines)} />)).toMatchFileSnapshot(
      'drawings/rank-chart.svg',
    );
  });
});
