import { expect, it } from 'vitest';
import { aWeighing, figuresOf } from '../analysis/fixtures.ts';
import { type Weighing, weighingOf } from '../analysis/weighing.ts';
import { simulate } from '../analysis/what-if.ts';
import { ALL } from '../identity.ts';
import type { Lang } from './sentence.ts';
import { whatIfSentences } from './what-if-sentences.ts';

const figures = figuresOf({
  u: { total: 5, a: 5, b: 5 },
  v: { total: 6, a: 6, b: 6 },
  w: { total: 9.5, a: 9, b: 9 },
  x: { total: 3, a: 3, b: 3 },
});

const beginningsOf = (units: readonly string[], trend: Map<string, number> | undefined, lang: Lang) => {
  const supposed = units.map((unit) => ({ unit, component: 'a', value: 7 }));
  const simulation = simulate(figures, [ALL], weighingOf(aWeighing()) as Weighing, supposed, trend);
  const facts = { figures, simulation, isTrend: trend !== undefined };
  return whatIfSentences(facts, lang).map(({ text }) => text.split(':')[0]);
};

it('calls those the others of whom nothing is supposed', () => {
  expect(beginningsOf(['u'], undefined, 'vi')).toEqual(['Mô phỏng, các đơn vị khác giữ nguyên']);
  expect(beginningsOf(['u', 'v'], undefined, 'vi')).toEqual(
    Array(2).fill('Mô phỏng, các đơn vị không được giả định giữ nguyên'),
  );
});

it('says of how many there is no trend, and of how many it ends with the scale', () => {
  const trend = new Map([
    ['v', 0.5],
    ['w', 2],
  ]);
  expect(beginningsOf(['u'], trend, 'vi')).toEqual([
    'Mô phỏng, các đơn vị khác tiếp tục thay đổi như lần gần nhất (1 đơn vị không có lần thay đổi nào nên giữ nguyên, 1 đơn vị dừng ở đầu thang điểm)',
  ]);
  expect(beginningsOf(['u'], trend, 'en')).toEqual([
    'Simulated, the others repeating their last change (1 without one as they are, 1 stopping at the end of the scale)',
  ]);
});
