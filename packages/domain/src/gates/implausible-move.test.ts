import { describe, expect, it } from 'vitest';
import { aMethodology } from '../fixtures.ts';
import { aContext, columnsOfTable, manyUnits, rowsOfTable } from './fixtures.ts';
import { implausibleMove } from './implausible-move.ts';

const before = manyUnits(20, (i) => 50 + i);
/** Everybody moved by about two points. */
const after = manyUnits(20, (i) => 52 + i + (i % 5) / 10);

const found = (
  total: Record<string, number>,
  given: { methodology?: string; period?: string; comparisons?: ReturnType<typeof aMethodology>['comparisons'] } = {},
) => {
  const { methodology = 'test-2010', period = '2018', comparisons = [] } = given;
  return implausibleMove(
    aContext(rowsOfTable({ total }), {
      methodology: aMethodology({ comparisons }),
      others: [
        { period, methodology, scores: columnsOfTable({ total: before }) },
        { period: '2015', methodology: 'test-2010', scores: columnsOfTable({ total: manyUnits(20, (i) => 49 + i) }) },
      ],
    }),
  );
};

describe('a move', () => {
  it('that everybody shares is no finding', () => {
    expect(found(after)).toEqual([]);
    expect(found(manyUnits(20, (i) => 10 + i))).toEqual([]);
  });

  it('far beyond the others is a warning that names both figures and the period', () => {
    const findings = found({ ...after, u04: 80 });

    expect(findings).toMatchObject([{ rule: 'implausible-move', severity: 'warning', row: 6, value: 80 }]);
    expect(findings[0]?.message_en).toContain('from 54 (2018) to 80 (+26)');
  });

  it('that is unusual but small on the scale is no finding', () => {
    expect(found({ ...after, u04: 63 })).toEqual([]);
  });

  it('is measured against the nearest earlier period only', () => {
    expect(found({ ...after, u04: 80 })[0]?.message_en).toContain('(2018)');
    expect(found({ ...after, u04: 80 }, { period: '2020' })[0]?.message_en).toContain('(2015)');
  });

  it('is not measured across methodologies that do not compare', () => {
    const comparison = { with: 'old', components: null, reason_vi: '', reason_en: '' };
    const against = (verdict: 'comparable' | 'rank-only') =>
      found({ ...after, u04: 80 }, { methodology: 'old', comparisons: [{ ...comparison, verdict }] })[0]?.message_en;

    expect(against('comparable')).toContain('(2018)');
    expect(against('rank-only')).toContain('(2015)');
  });

  it('of many units is told of ten and counted', () => {
    const wild = manyUnits(40, (i) => (i < 12 ? 95 : 52) + (i % 5) / 10);
    const findings = implausibleMove(
      aContext(rowsOfTable({ total: wild }), {
        others: [
          { period: '2018', methodology: 'test-2010', scores: columnsOfTable({ total: manyUnits(40, () => 50) }) },
        ],
      }),
    );

    expect([findings.length, findings.at(-1)?.value]).toEqual([11, 2]);
  });
});
