import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Language } from '../words/language.tsx';
import { RankSparkline } from './rank-sparkline.tsx';

const pointOf = (period: string, rank: number | null) => ({ period, rank, rank_of: 63 });

it('the line of ranks has rank 1 on top, gaps as gaps and a hairline where the methodology changed', async () => {
  const points = [
    pointOf('2010', 20),
    pointOf('2011', 1),
    pointOf('2012', null),
    pointOf('2013', 63),
    pointOf('2014', 5),
  ];
  const drawn = renderToString(
    <Language.Provider value="vi">
      <RankSparkline
        index="pci"
        points={points as never}
        breaks={[{ from: '2012', to: '2013', reason: 'phương pháp mới' }] as never}
      />
    </Language.Provider>,
  ).replaceAll('><', '>\n<');

  await expect(drawn).toMatchFileSnapshot('drawings/sparkline.svg');
});
