import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Language } from '../words/language.tsx';
import { DotPlot } from './dot-plot.tsx';
import { GapLadder } from './gap-ladder.tsx';
import { ladderOf } from './ladder.ts';
import { Outlines } from './outline-map.tsx';
import { ranked, rowOf } from './row-fixtures.ts';
import { TileMap } from './tile-map.tsx';

/** The drawings of a ranking, from fixed figures: whatever changes in them is looked at before it is taken over. */

const drawn = (drawing: preact.JSX.Element) =>
  renderToString(<Language.Provider value="vi">{drawing}</Language.Provider>).replaceAll('><', '>\n<');
const rows = [...ranked(73.4, 66.5, 66.44, 66.44, 59.95), rowOf({ unit: 'F', unit_name: 'F', score: 62, status: 'E' })];

describe('drawings of a ranking', () => {
  it('put every unit on one axis of scores, mine and its peers with their names', async () => {
    const plot = <DotPlot rows={rows} mine="B" peers={['C']} by="score" decimals={2} isWhole />;

    await expect(drawn(plot)).toMatchFileSnapshot('drawings/dot-plot.svg');
  });

  it('say percent where the ranking is by percent', () => {
    const percents = ranked(80, 90).map((row) => ({ ...row, percent: row.score }));
    const svg = drawn(<DotPlot rows={percents} mine="B" peers={[]} by="percent" decimals={1} isWhole />);

    expect(svg).toContain('B 90,0\u00A0%');
    expect(svg).toContain('trung vị 85,0\u00A0%');
  });

  it('put those next to mine in the order of rank, as far from it as they are, and join what is not to be told apart', async () => {
    const rungs = ladderOf(ranked(73.4, 66.5, 66.44, 66.44, 59.95), 'C', 'score') ?? [];
    const ladder = (
      <GapLadder rungs={rungs} mine="C" peers={['B']} decimals={2} indistinct={new Set(['B', 'C', 'D'])} />
    );

    await expect(drawn(ladder)).toMatchFileSnapshot('drawings/gap-ladder.svg');
  });

  it('put every unit where it lies, with its rank', async () => {
    const units = rows.map(({ unit }, i) => ({ unit, tile: [i % 3, Math.floor(i / 3)] }));
    const map = <TileMap rows={rows} units={units as never} mine="B" peers={['C']} />;

    await expect(drawn(map)).toMatchFileSnapshot('drawings/tile-map.svg');
  });

  it('put every unit within its outlines, darker where it ranks higher', async () => {
    const paths = new Map(rows.map(({ unit }, i) => [unit, [`m ${i},0 1,1 z`, `m ${i},2 1,1 z`].slice(i % 2)]));
    const map = <Outlines viewBox="0 0 9 9" paths={paths} rows={rows} mine="B" peers={['C']} />;

    await expect(drawn(map)).toMatchFileSnapshot('drawings/outlines.svg');
  });
});
