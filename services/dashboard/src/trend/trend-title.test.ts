import { describe, expect, it } from 'vitest';
import type { TrendRow } from '../data/trend.ts';
import { breakOf, estimateOf, rowOf } from './row-fixtures.ts';
import { trendTitle } from './trend-title.ts';

const breaks = [breakOf({}), breakOf({ from: '2014', to: '2015' })];
const titleOf = (...rows: TrendRow[]) =>
  trendTitle(
    'PCI',
    { unit: 'VN63-46', name: 'Thừa Thiên Huế', tone: 'mine', rows },
    { simulated: new Set(['2019']), breaks, decimalsOf: () => 2, periods: rows.map(({ period }) => period) },
    'vi',
  );
const ranked = (period: string, rank: number | null, rank_of: number | null = 63) =>
  rowOf({ period, rank, rank_of, rank_published: rank });

describe('the title of a trend', () => {
  it.each([
    [[ranked('2021', 38, 64), ranked('2022', 6)], 'PCI — Thừa Thiên Huế từ hạng 38/64 (2021) lên hạng 6/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', 9)], 'PCI — Thừa Thiên Huế từ hạng 6/63 (2021) xuống hạng 9/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', 6)], 'PCI — Thừa Thiên Huế hạng 6/63 (2021), hạng 6/63 (2022)'],
    [[ranked('2021', 6), ranked('2022', null, null)], 'PCI — Thừa Thiên Huế hạng 6/63 (2021)'],
    [[ranked('2022', null, null)], 'PCI — Thừa Thiên Huế 66,50 điểm (2022), không xếp hạng'],
    [[rowOf({ score: null, rank: null })], 'PCI — Thừa Thiên Huế: chưa có số liệu'],
    [[estimateOf({})], 'PCI — Thừa Thiên Huế hạng mô phỏng 2/34 (2019)'],
  ])('says the finding: %#', (rows, title) => {
    expect(titleOf(...rows)).toBe(title);
  });

  it.each([
    [['2011', '2012', '2013', '2014'], 'từ hạng 28/63 (2013) lên hạng 27/63 (2014)'],
    [['2013', '2014', '2015'], 'hạng 28/63 (2015), không so sánh được với các kỳ trước'],
    [['2009', '2011'], 'hạng 29/63 (2011)'],
  ])('compares no ranks that the drawing does not join: %j', (periods, finding) => {
    const ranks: Record<string, number> = { 2009: 33, 2011: 29, 2012: 30, 2013: 28, 2014: 27, 2015: 28 };

    expect(titleOf(...periods.map((period) => ranked(period, ranks[period] ?? null)))).toBe(
      `PCI — Thừa Thiên Huế ${finding}`,
    );
  });

  it('calls computed what no publisher printed', () => {
    const rows = [ranked('2021', 8), rowOf({ period: '2022', rank: 6, rank_published: null })];

    expect(titleOf(...rows)).toBe('PCI — Thừa Thiên Huế từ hạng 8/63 (2021) lên thứ hạng tính toán 6/63 (2022)');
  });

  it('is only what is shown where no unit is', () => {
    const view = { simulated: new Set<string>(), breaks: [], decimalsOf: () => 2, periods: ['2009', '2010', '2024'] };

    expect(trendTitle('PCI', undefined, view, 'vi')).toBe('PCI 2009–2024');
  });
});
