import { describe, expect, it } from 'vitest';
import type { IndexStanding } from '../data/profile.ts';
import { rowOf } from '../ranking/row-fixtures.ts';
import { movementsOf, overviewTitle } from './movements.ts';

const standing = (printed: { before: number | null; now: number | null }) => {
  const points = [
    { index: 'pci', period: '2018', rank: 30, rank_published: printed.before, rank_of: 63 },
    { index: 'pci', period: '2019', rank: 20, rank_published: printed.now, rank_of: 63 },
  ];
  const row = rowOf({ rank_published: printed.now, rank_change: 10 });
  return { row, points, meta: { change: { against: '2018', withheld: null } } } as unknown as IndexStanding;
};

describe('where a unit stands, and how that moved', () => {
  it('says of a rank that the publisher did not print that it is computed', () => {
    const [printed, computed] = [standing({ before: 30, now: 20 }), standing({ before: null, now: null })];

    expect(overviewTitle('Huế', [printed], 'vi')).toBe('Huế — PCI 2019 hạng 20/63');
    expect(overviewTitle('Huế', [computed], 'vi')).toBe('Huế — PCI 2019 thứ hạng tính toán 20/63');
    expect(movementsOf([printed], 'vi')).toEqual(['PCI 2019: tăng 10 bậc so với 2018, từ hạng 30 lên hạng 20.']);
    expect(movementsOf([computed], 'vi')).toEqual([
      'PCI 2019: tăng 10 bậc so với 2018, từ thứ hạng tính toán 30 lên thứ hạng tính toán 20.',
    ]);
  });
});
