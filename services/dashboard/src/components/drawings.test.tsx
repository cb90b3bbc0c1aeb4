import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { rowOf } from '../ranking/row-fixtures.ts';
import { Language } from '../words/language.tsx';
import { standingOf } from './dumbbell-fixtures.ts';
import { Dumbbells } from './dumbbells.tsx';
import { Waterfall } from './waterfall.tsx';
import { decompositionOf } from './waterfall-fixtures.ts';
import { type Waterfall as Steps, waterfallOf } from './waterfall-steps.ts';

/** The drawings of a unit in its components, from fixed figures: whatever changes in them is looked at before it is taken over. */

const drawn = (drawing: preact.JSX.Element) =>
  renderToString(<Language.Provider value="vi">{drawing}</Language.Provider>).replaceAll('><', '>\n<');

describe('drawings of a unit in its components', () => {
  it('put its figures beside those of the others, each component on its own scale, and say what is missing', async () => {
    const standings = [
      standingOf('Tiếp cận đất đai và sự ổn định trong sử dụng đất', {
        row: { score: 6.66, rank: 38 },
        ...{ before: { period: '2018', score: 7.07 }, median: 6.9, regionMean: 6.8 },
        leader: rowOf({ unit: 'A', unit_name: 'A', score: 7.9, rank: 1 }),
        peers: [{ ...rowOf({ unit: 'B', unit_name: 'B', score: 7.4 }), tone: 'peer-1' }],
      }),
      standingOf('Điểm thưởng', {
        row: { score: null, rank: null, status: 'Q', reason: 'withheld' },
        scale: { low: 0, high: 5, isKnown: false },
      }),
    ];
    const dumbbells = <Dumbbells standings={standings} region="Bắc Trung Bộ" decimals={2} />;

    await expect(drawn(dumbbells)).toMatchFileSnapshot('drawings/dumbbells.svg');
  });

  it('go from one total to the other by what each component adds', async () => {
    const waterfall = (
      <Waterfall
        waterfall={waterfallOf(decompositionOf()) as Steps}
        names={{ start: 'Tổng điểm 2018', end: 'Tổng điểm 2019' }}
        decimals={2}
        isHigherBetter
      />
    );

    await expect(drawn(waterfall)).toMatchFileSnapshot('drawings/waterfall.svg');
  });
});
