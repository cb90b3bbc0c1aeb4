import { describe, expect, it } from 'vitest';
import type { DraftRow, Finding } from '../data/drafts.ts';
import { columnKey, draftTableOf, findingsOf, numbered } from './draft-table-of.ts';

const row = (unit: string, component: string, stage: DraftRow['stage'] = 'result'): DraftRow => ({
  ...{ index: 'pci', period: '2019', unit_set: 'VN63', edition: 'main', revision: 1, unit, component, stage },
  ...{ score: 1, status: 'A', reason: null, note: null, source: null },
  ...{ rank_published: null, rank_claimed: null, grade_published: null },
});
const found = (severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({
  ...{ rule: 'number', severity, sheet: null, row: null, column: null, value: null, message: '' },
  ...more,
});

describe('the table of a draft', () => {
  it('has a line for each unit, and a column for each component and stage that the file has', () => {
    const { columns, lines } = draftTableOf(
      [row('b', 'land', 'self'), row('a', 'total'), row('b', 'total')],
      [],
      ['total', 'land'],
    );

    expect(columns.map(columnKey)).toEqual(['total result', 'land self']);
    expect(lines.map(({ unit, cells }) => [unit, [...cells.keys()]])).toEqual([
      ['b', ['land self', 'total result']],
      ['a', ['total result']],
    ]);
  });

  it('writes the figures of a column with as many decimals as the one that has most', () => {
    const rows = [
      { ...row('a', 'total'), score: 60 },
      { ...row('b', 'total'), score: 59.63 },
      { ...row('c', 'total'), score: null },
      { ...row('a', 'land'), score: 7 },
    ];

    expect(draftTableOf(rows, [], ['total', 'land']).columns.map(({ decimals }) => decimals)).toEqual([2, 0]);
  });

  it('has its findings at the line of their unit, numbered by how much they matter', () => {
    const list = numbered([found('info'), found('warning', { unit: 'b' }), found('error', { unit: 'b' })]);
    const { lines } = draftTableOf([row('a', 'total'), row('b', 'total')], list, ['total']);

    expect(list.map(({ number, finding }) => [number, finding.severity])).toEqual([
      [1, 'error'],
      [2, 'warning'],
      [3, 'info'],
    ]);
    expect(lines.map(({ findings }) => findings.map(({ number }) => number))).toEqual([[], [1, 2]]);
  });

  it('pins a finding to its stage, or to every stage where none is told', () => {
    const list = numbered([
      found('error', { unit: 'a', component: 'plan', stage: 'self' }),
      found('info', { unit: 'a', component: 'plan' }),
    ]);
    const at = (stage: DraftRow['stage']) => findingsOf(list, { component: 'plan', stage }).map(({ number }) => number);

    expect([at('self'), at('result')]).toEqual([[1, 2], [2]]);
  });
});
