import { expect, it } from 'vitest';
import type { Ranking } from '../data/ranking.ts';
import { rowOf } from '../ranking/row-fixtures.ts';
import { scorecardTitle } from './scorecard-title.ts';

const NAMES = { province: 'Huế', group: null, set: null };
const titleOf = (row: Parameters<typeof rowOf>[0], open: string | null) => {
  const rows = [rowOf({ index: 'cchc', period: '2021', unit: 'A', unit_name: 'Sở A', ...row })];
  return scorecardTitle({ rows, meta: { decimals: 2, claims: [] } } as unknown as Ranking, open, NAMES, 'vi');
};

it('says the score of a unit whose field is not known, and none where none was announced', () => {
  const row = { rank: 2, rank_of: null };
  expect(titleOf({ ...row, score: 90.5 }, 'A')).toBe(
    'CCHC 2021 — Sở A hạng 2, chưa rõ trên bao nhiêu đơn vị (90,50 điểm)',
  );
  expect(titleOf({ ...row, score: null }, 'A')).toBe('CCHC 2021 — Sở A hạng 2, chưa rõ trên bao nhiêu đơn vị');
});

it('names who is in front, also where only ranks were announced', () => {
  expect(titleOf({ rank: 1, score: 92 }, null)).toBe('CCHC 2021, Huế — dẫn đầu: Sở A (92,00)');
  expect(titleOf({ rank: 1, score: null }, null)).toBe('CCHC 2021, Huế — dẫn đầu: Sở A');
});
