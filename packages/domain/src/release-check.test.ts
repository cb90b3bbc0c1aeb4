import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aScore, aUnitSet } from './fixtures.ts';
import { checkRelease } from './release-check.ts';
import type { ReleaseFile, ScoreRow } from './release-file.ts';

const aRow = (given: Partial<ScoreRow>): ScoreRow => ({
  row: 1,
  unit: 'a',
  component: 'total',
  stage: 'result',
  ...aScore({ score: 50 }),
  ...given,
});

const aFile = (rows: ScoreRow[], given: Partial<ReleaseFile> = {}): ReleaseFile => ({
  release: { index: 'test', period: '2019', unit_set: 'TEST', edition: 'main' },
  methodology: null,
  source: {
    title: 'T',
    publisher: 'P',
    kind: 'publisher',
    certainty: 'confirmed',
    document: null,
    published_on: null,
    signatory: null,
    url: null,
    notes: [],
  },
  announcement: announced(),
  rows,
  ...given,
});

const rules = (file: ReleaseFile, units = ['a']) =>
  checkRelease(file, aUnitSet(units), aMethodology()).map(({ rule }) => rule);

describe('a release', () => {
  it('that says something of every unit is accepted', () => {
    expect(rules(aFile([aRow({})]))).toEqual([]);
  });

  it('may not leave a unit out in silence', () => {
    expect(rules(aFile([aRow({})]), ['a', 'b'])).toEqual(['unit-missing']);
    expect(rules(aFile([aRow({})], { announcement: announced({ extent: 'partial' }) }), ['a', 'b'])).toEqual([]);
  });

  it.each([
    ['a unit of another set', { unit: 'x' }, ['unknown-unit', 'unit-missing']],
    [
      'a component that the methodology lacks',
      { component: 'x' },
      ['unknown-component', 'unit-missing', 'unit-missing'],
    ],
    ['50 on a scale of 1 to 10', { component: 'part', score: 50 }, ['out-of-scale', 'unit-missing']],
    ['an empty score without a reason', { score: null, status: 'A', reason: null }, ['missing-without-reason']],
    ['a score that is said to be missing', { status: 'M' }, ['score-with-missing-status']],
    ['a stage that the methodology lacks', { stage: 'self' }, ['unknown-stage', 'unit-missing']],
    ['a rank of zero', { rank_published: 0 }, ['rank']],
  ] as [string, Partial<ScoreRow>, string[]][])('with %s is refused', (_what, given, expected) => {
    const found = rules(aFile([aRow(given)]));

    expect(new Set(found)).toEqual(new Set(expected));
  });

  it('with the same unit twice is refused at the second row', () => {
    const findings = checkRelease(aFile([aRow({ row: 4 }), aRow({ row: 9 })]), aUnitSet(['a']), aMethodology());

    expect(findings).toMatchObject([{ rule: 'duplicate', row: 9, message_vi: 'Trùng với dòng 4: a, total' }]);
  });

  it('of a year that the methodology does not cover is refused', () => {
    expect(
      rules(aFile([aRow({})], { release: { index: 'test', period: '2009', unit_set: 'TEST', edition: 'main' } })),
    ).toEqual(['methodology-period']);
  });
});
