import { describe, expect, it } from 'vitest';
import { rankText } from './rank-text.ts';

const text = (rank: number | null, rank_published: number | null, rank_of: number | null = 63) => [
  rankText({ rank, rank_published, rank_of }, 'vi'),
  rankText({ rank, rank_published, rank_of }, 'en'),
];

describe('a rank in words', () => {
  it('is a rank where the publisher printed the same', () => {
    expect(text(20, 20)).toEqual(['hạng 20/63', 'rank 20 of 63']);
    expect(text(20, 20, null)).toEqual(['hạng 20', 'rank 20']);
  });

  it('is called computed where the publisher printed none, or another one, which is said', () => {
    expect(text(11, null)).toEqual(['thứ hạng tính toán 11/63', 'computed rank 11 of 63']);
    expect(text(11, 12)).toEqual(['thứ hạng tính toán 11/63, công bố: 12', 'computed rank 11 of 63, published: 12']);
  });

  it('is called published where it cannot be computed, and is none where nobody printed it', () => {
    expect(text(null, 2, null)).toEqual(['thứ hạng công bố 2', 'published rank 2']);
    expect(text(null, null)).toEqual([null, null]);
  });
});
