import { describe, expect, it } from 'vitest';
import type { Methodology } from './methodology.ts';
import { checkPlan, type PlanContext, type PlannedIndex } from './target-check.ts';
import type { PlacedTarget, TargetPlanHead } from './target-plan.ts';
import type { Standing } from './target-standing.ts';
import { kindOfWord, statusOfWord } from './target-words.ts';

const names = { name_vi: 'x', name_en: 'x' };
const node = (component: string, maximum: number, groups?: string[]) => ({
  ...{ component, parent: component === 'total' ? null : 'total', ...names, weight: null, minimum: 0, maximum },
  ...(groups ? { groups } : {}),
});
const methodology = {
  ...{ index: 'pci', methodology: 'pci-2013', direction: 'higher-is-better', ranked_groups: ['all'] },
  components: [node('total', 100), node('land', 10), node('villages', 10, ['rural'])],
  grades: [{ group: 'all', bands: ['Rất tốt', 'Tốt', 'Khá'].map((grade) => ({ grade, name_en: '', from: null })) }],
} as unknown as Methodology;
const index = (id: string, given: Partial<PlannedIndex> = {}): PlannedIndex => ({
  ...{ index: id, ...names, publisher_vi: 'x', publisher_en: 'x', level: 'province', calendar: null },
  ...{ methodology, isOfPeriod: true },
  ...given,
});
const unit = (id: string) => ({ unit: id, ...names, groups: ['coast'], aliases: [] });
const units = ['VN63-46', 'VN63-48', 'VN63-49'].map(unit);
const group = (id: string) => ({ group: id, ...names, roster: 'complete' as const });
const context: PlanContext = {
  unit: unit('VN63-46'),
  unitSet: {
    ...{ unit_set: 'VN63', ...names, parent: null, valid_from: null, valid_to: null, roster: 'complete' },
    ...{ groups: [group('coast'), group('rural')], successions: [], sources: [], units },
  },
  period: '2020',
  indices: new Map([
    ['pci', index('pci')],
    ['cchc', index('cchc', { methodology: null })],
    ['new', index('new', { isOfPeriod: false })],
  ]),
  today: () => null,
};
const HEAD: TargetPlanHead = { title: 'x', document: null, issued_on: '2020-02-01', baseline_period: null };
const row = (given: Partial<PlacedTarget>): PlacedTarget => ({
  ...{ index: 'pci', edition: 'main', component: 'total', group: null, target_kind: 'score', target: 66 },
  ...{ office: 'Sở KH&ĐT', action: null, deadline: '2020-12-31', action_status: 'not-started', note: null, row: 7 },
  ...given,
});
const found = (given: Partial<PlacedTarget>, head: Partial<TargetPlanHead> = {}, more: Partial<PlanContext> = {}) =>
  checkPlan({ ...HEAD, ...head }, [row(given)], { ...context, ...more }).map(({ rule, severity, column }) =>
    [severity, rule, column].join(' '),
  );

describe('a row of a plan', () => {
  it('that fits what there is has no findings', () => {
    expect(found({})).toEqual([]);
    expect(found({ target_kind: 'rank', target: 3 })).toEqual([]);
    expect(found({ target_kind: 'grade', target: 'Tốt' })).toEqual([]);
    expect(found({ target_kind: 'top-share', target: 25, group: 'coast' })).toEqual([]);
  });

  it('is held against the grades that the unit is graded by, not those of others', () => {
    const bands = (...grades: string[]) => grades.map((grade) => ({ grade, name_en: '', from: null }));
    const own = { ...methodology, ranked_groups: ['coast', 'rural'] };
    const grades = [
      { group: 'all', bands: bands('Tốt') },
      { group: 'coast', bands: bands('A', 'B') },
      { group: 'rural', bands: bands('Z') },
    ];
    const indices = new Map([['pci', index('pci', { methodology: { ...own, grades } as Methodology })]]);
    const of = (target: string) => found({ target_kind: 'grade', target }, {}, { indices });

    expect(of('B')).toEqual([]);
    expect(of('Z')).toEqual(['error unknown-grade target']);
    expect(of('Tốt')).toEqual(['error unknown-grade target']);
  });

  it.each([
    [{ index: 'pc' }, 'error unknown-index index'],
    [{ index: 'cchc' }, 'error index-of-other-units index'],
    [{ index: 'new' }, 'warning no-methodology-yet index'],
    [{ component: 'lnad' }, 'error unknown-component component'],
    [{ component: 'villages', target: 6 }, 'error not-in-group component'],
    [{ group: 'rural' }, 'error not-in-group group'],
    [{ group: 'moon' }, 'error unknown-group group'],
    [{ target: 101 }, 'error beyond-scale target'],
    [{ component: 'land', target: 10.5 }, 'error beyond-scale target'],
    [{ target: 'Tốt' }, 'error target-number target'],
    [{ target_kind: 'rank', target: 4 }, 'error beyond-population target'],
    [{ target_kind: 'rank', target: 2.5 }, 'error target-number target'],
    [{ target_kind: 'top-share', target: 0 }, 'error beyond-scale target'],
    [{ target_kind: 'grade', target: 'Tuyệt' }, 'error unknown-grade target'],
    [{ deadline: '2020-01-31' }, 'error deadline-before-plan deadline'],
    [{ deadline: '2020-02-30' }, 'error day deadline'],
  ] as [Partial<PlacedTarget>, string][])('%o is found: %s', (given, expected) => {
    expect(found(given)).toEqual([expected]);
  });

  it('whose plan does not say when it was signed is warned of a deadline before the period', () => {
    expect(found({ deadline: '2019-12-31' }, { issued_on: null })).toEqual(['warning deadline-before-period deadline']);
    expect(found({ deadline: '2020-01-01' }, { issued_on: null })).toEqual([]);
  });

  it('that wants less than there is already is warned of', () => {
    const today = { period: '2019', score: 67, direction: 'higher-is-better', ladder: [] } as unknown as Standing;
    expect(found({}, {}, { today: () => today })).toEqual(['warning worse-than-today target']);
    expect(found({ target: 67 }, {}, { today: () => today })).toEqual([]);
  });

  it('that is there twice says which row it repeats', () => {
    const [finding] = checkPlan(HEAD, [row({}), row({ row: 9 })], context);
    expect(finding).toMatchObject({ rule: 'duplicate', row: 9, message_vi: expect.stringContaining('dòng 7') });
  });

  it('stands where the file has it', () => {
    const [finding] = checkPlan(HEAD, [row({ target: 101, sheet: 'Chỉ tiêu', at: { target: 'F' } })], context);
    expect(finding).toMatchObject({ sheet: 'Chỉ tiêu', row: 7, column: 'F', value: 101 });
  });

  it('suggests what was meant', () => {
    const [finding] = checkPlan(HEAD, [row({ component: 'lnad' })], context);
    expect(finding?.message_vi).toContain('có phải land không?');
  });
});

describe('what a plan says of itself', () => {
  it('has days and periods that there are, the baseline before the plan', () => {
    expect(found({}, { baseline_period: '2020' })).toEqual(['error baseline-after-plan baseline_period']);
    expect(found({}, { baseline_period: 'năm ngoái' })).toEqual(['error period baseline_period']);
    expect(found({}, { issued_on: '2020-13-01' })).toEqual(['error day issued_on']);
  });
});

describe('the words of a plan', () => {
  it('are read in Vietnamese or as codes, and no others', () => {
    expect(['Thứ hạng', 'hạng', 'rank', 'Xếp loại', 'nhóm', 'Điểm'].map(kindOfWord)).toEqual([
      ...['rank', 'rank', 'rank', 'grade', 'grade', 'score'],
    ]);
    expect(['đang  làm', 'Hoàn thành', 'done', 'constructor'].map(statusOfWord)).toEqual([
      ...['in-progress', 'done', 'done', undefined],
    ]);
  });
});
