import { describe, expect, it } from 'vitest';
import { cellText, isMet, type Outcome, reportOf, tableText } from './report.ts';

const MACHINE = {
  cpu: 'A CPU',
  cores: 2,
  memory: '8 GB',
  engines: ['Node 24.0.0', 'Java 17'],
  busy: 0.1,
  commit: 'abc',
};

const outcome = (measured: number | null): Outcome => ({
  name: 'read',
  compares: 'Ours beside theirs.',
  targets: { 'ours / theirs': { most: 1.1 } },
  seconds: 3,
  figures: { tables: [], measured: { 'ours / theirs': measured }, versions: {}, notes: [] },
});

describe('a target', () => {
  it('stands at its limit', () => {
    expect(isMet(1.1, { most: 1.1 })).toBe(true);
    expect(isMet(0.8, { least: 0.8 })).toBe(true);
  });

  it('is held against the median', () => {
    expect(isMet({ median: 1.2, low: 1, high: 3 }, { most: 1.1 })).toBe(false);
    expect(isMet({ median: 1, low: 0.1, high: 3 }, { least: 0.8 })).toBe(true);
  });
});

describe('a report', () => {
  it.each([
    [1.05, '1.05', 'met'],
    [1.3, '1.3', 'missed'],
    [0, '0', 'met'],
    [Number.NaN, '–', 'missed'],
    [null, '–', 'not measured'],
  ])('says of %s, written %s, that it is %s', (measured, text, verdict) => {
    const report = reportOf('Benchmarks', '2026-01-01', MACHINE, [outcome(measured)]);
    expect(report).toMatch(new RegExp(`ours / theirs \\| at most 1.1 \\| +${text} +\\| ${verdict} +\\|`));
  });

  it('names what failed, and holds none of its targets to have been met', () => {
    const failed: Outcome = {
      name: 'cold',
      compares: 'x',
      targets: { both: { most: 1 } },
      seconds: 9,
      failure: 'no Java',
    };
    const report = reportOf('Benchmarks', '2026-01-01', MACHINE, [outcome(1), failed]);
    expect(report).toContain('Failed: cold.');
    expect(report).toContain('**Failed** after 9 s: no Java');
    expect(report).toMatch(/cold +\| both +\| at most 1 +\| +– \| not measured/);
  });

  it('says on what it was measured, and how busy that was', () => {
    const report = reportOf('Benchmarks', '2026-01-01', MACHINE, [outcome(1)]);
    expect(report).toContain('2026-01-01, commit abc. A CPU, 2 cores, 8 GB, Node 24.0.0, Java 17; 0.1 processes');
  });
});

it.each([
  [null, '–'],
  [Number.NaN, '–'],
  [0, '0'],
  [0.01234, '0.0123'],
  [1.005, '1'],
  [12.345, '12.3'],
  [1234.5, '1,235'],
  [{ median: 2, low: 1.5, high: 2.25 }, '2 (1.5–2.25)'],
  [{ median: 7, low: 7, high: 7 }, '7'],
])('the cell %j is written %s', (cell, text) => {
  expect(cellText(cell)).toBe(text);
});

it('figures stand right, words left', () => {
  expect(
    tableText({
      title: '',
      columns: ['what', 'ms'],
      rows: [
        ['a', 1],
        ['bcdef', 100],
      ],
    }),
  ).toBe(['| what  |  ms |', '| ----- | --: |', '| a     |   1 |', '| bcdef | 100 |'].join('\n'));
});
