import { expect, it } from 'vitest';
import { moversSentence } from './movers-sentence.ts';
import type { Lang } from './sentence.ts';

const said = (changes: Record<string, number>, lang: Lang) =>
  moversSentence(
    {
      movers: Object.entries(changes).map(([unit, score_change]) => ({
        ...{ unit, score_change, score_before: 0, score: score_change },
        ...{ rank_before: 1, rank: 1, rank_change: 0, change_rank: 1 },
      })),
      ...{ from: '2019', to: '2020', component: null, group: null },
      nameOf: (unit) => ({ name_vi: `Tỉnh ${unit}`, name_en: unit }),
    },
    lang,
  )?.text;

it('leaves out of whom there is nobody, and tells one from several', () => {
  expect(said({ A: 1 }, 'en')).toBe(
    'Of 1 unit with a score in both periods, 1 scored higher in 2020 compared with 2019; the most up is A (1 point).',
  );
  expect(said({ A: 2, B: 2, C: 0 }, 'en')).toBe(
    'Of 3 units with a score in both periods, 2 scored higher and 1 scored the same in 2020 compared with 2019; the most up are A and B (2 points).',
  );
  expect(said({ A: 2, B: -0.5 }, 'vi')).toBe(
    'Trong 2 đơn vị có điểm ở cả hai kỳ, so với năm 2019, năm 2020 có 1 đơn vị tăng điểm và 1 đơn vị giảm điểm; tăng nhiều nhất là Tỉnh A (2 điểm) và giảm nhiều nhất là Tỉnh B (0,5 điểm).',
  );
});
