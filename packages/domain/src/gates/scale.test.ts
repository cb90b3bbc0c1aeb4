import { describe, expect, it } from 'vitest';
import { aComponent, aMethodology, aUnitSet } from '../fixtures.ts';
import { aRow } from './fixtures.ts';
import { checkFigures } from './scale.ts';

const found = (score: number, kind: 'sum' | 'points' = 'sum') =>
  checkFigures(
    [aRow({ row: 7, score, sheet: 'Tổng hợp', at: { score: 'D' } })],
    aUnitSet(['a']),
    aMethodology({
      aggregation: { kind, factor: 1 },
      components: [aComponent('total', null, 3.333333, { minimum: 0.333333 })],
    }),
  );

describe('a score', () => {
  it('outside its scale is refused where it stands', () => {
    expect(found(7.5)).toMatchObject([
      { rule: 'out-of-scale', severity: 'error', sheet: 'Tổng hợp', row: 7, column: 'D', value: 7.5 },
    ]);
    expect(found(7.5)[0]?.message_vi).toBe('Đơn vị a: điểm 7.5 nằm ngoài thang 0.333333–3.333333 của total');
  });

  it('beyond its scale by a hair is a warning, but no points can be more than the regulation allows', () => {
    expect(found(0.331742)).toMatchObject([{ severity: 'warning' }]);
    expect(found(0.331742, 'points')).toMatchObject([{ severity: 'error' }]);
  });

  it('finer than any publisher prints is refused', () => {
    expect(found(1e-19).map(({ rule }) => rule)).toEqual(['out-of-scale', 'too-fine']);
  });
});
