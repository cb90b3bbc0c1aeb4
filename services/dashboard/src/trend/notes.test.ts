import { describe, expect, it } from 'vitest';
import { hairlinesOf } from './notes.ts';
import { breakOf, rowOf, trendWith } from './row-fixtures.ts';

const written = (trend: ReturnType<typeof trendWith>) => {
  const lines = [{ unit: 'VN63-46', name: 'Huế', tone: 'mine', rows: trend.rows }];
  return hairlinesOf(trend, lines, 'vi').map(({ notes }) => notes.map(({ number, text }) => `${number}. ${text}`));
};

describe('what interrupts lines', () => {
  it('is a methodology with its reason, and a merger, numbered in the order of time', () => {
    const rows = ['2012', '2013', '2024'].map((period) => rowOf({ period }));

    expect(written(trendWith(rows, [breakOf({})]))).toEqual([
      ['1. Đổi phương pháp 2012→2013: Thêm chỉ số Cạnh tranh bình đẳng, trọng số mới'],
      ['2. Từ 1/7/2025: 34 tỉnh, thành phố, sau sáp nhập'],
    ]);
  });

  it('is one hairline where two things happened at once', () => {
    const rows = [rowOf({ period: '2008', unit_set: 'VN64' }), rowOf({ period: '2009' })];
    const breaks = [breakOf({ from: '2008', to: '2009', reason: 'Còn 9 chỉ số thành phần' })];

    expect(written(trendWith(rows, breaks))).toEqual([
      ['1. Đổi phương pháp 2008→2009: Còn 9 chỉ số thành phần', '2. Từ 1/8/2008: 63 tỉnh, thành phố, sau sáp nhập'],
    ]);
  });

  it('names the unit whose territory changed', () => {
    const rows = [rowOf({ period: '2019' }), rowOf({ period: '2020' })];
    const breaks = [breakOf({ from: '2019', to: '2020', unit: 'VN63-46', reason: 'Địa giới thay đổi' })];

    expect(written(trendWith(rows, breaks))).toEqual([['1. Huế 2019→2020: Địa giới thay đổi']]);
  });

  it('leaves out what is not of these lines, and a merger long after them', () => {
    const rows = [rowOf({ period: '2019' }), rowOf({ period: '2020' })];
    const others = [breakOf({ from: '2019', to: '2020', unit: 'VN63-01' }), breakOf({})];

    expect(written(trendWith(rows, others))).toEqual([]);
  });
});
