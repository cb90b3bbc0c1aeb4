import { describe, expect, it } from 'vitest';
import type { TargetRow } from './target-plan.ts';
import { periodsOfPlan, progressOf } from './target-progress.ts';
import { sentenceOf } from './target-sentence.ts';
import type { Standing } from './target-standing.ts';

const standing = (period: string, figures: Partial<Standing>): Standing => ({
  ...{ period, methodology: 'pci-2013', comparisons: [], direction: 'higher-is-better', ladder: [] },
  ...{ group: 'all', score: null, status: 'A', reason: null, derived: false },
  ...{ rank: null, rank_published: null, rank_of: 63, grade: null, grade_published: null, lost: null },
  ...figures,
});
const row = (target_kind: TargetRow['target_kind'], target: number | string, deadline: string | null = null) => ({
  ...{ target_kind, target, deadline, component: 'total' },
});
const DAY = '2021-01-01';

describe('a target of points', () => {
  it('is met by the figure of the plan’s own period', () => {
    const actual = standing('2020', { score: 66.5 });
    const baseline = standing('2019', { score: 64 });
    // 2.5 of the 2 points that lacked: a quarter more than the way.
    expect(progressOf(row('score', 66), { actual, baseline }, '2020', DAY)).toMatchObject({
      ...{ baseline_period: '2019', baseline: 64, actual_period: '2020', actual: 66.5, actual_basis: 'published' },
      ...{ gap: -0.5, share: 125, share_reason: null, state: 'met', overdue: false },
    });
  });

  it('is on the way where the figure is nearer than it was, and behind where it is not', () => {
    const baseline = standing('2019', { score: 64 });
    const after = (score: number) =>
      progressOf(row('score', 66), { actual: standing('2020', { score }), baseline }, '2020', DAY);
    expect(after(64.5)).toMatchObject({ gap: 1.5, share: 25, state: 'on-the-way' });
    expect(after(64)).toMatchObject({ gap: 2, share: 0, state: 'behind' });
    expect(after(63)).toMatchObject({ gap: 3, share: -50, state: 'behind' });
  });

  it('counts down where lower is better', () => {
    const lower = { direction: 'lower-is-better' } as const;
    const standings = {
      actual: standing('2020', { score: 12, ...lower }),
      baseline: standing('2019', { score: 20, ...lower }),
    };
    expect(progressOf(row('score', 10), standings, '2020', DAY)).toMatchObject({ gap: 2, share: 80 });
  });

  it('has no share across methodologies that do not compare, and says why', () => {
    const actual = standing('2022', { score: 60, methodology: 'pci-2022' });
    const baseline = standing('2021', { score: 58 });
    const progress = progressOf(row('score', 66), { actual, baseline }, '2022', DAY);
    expect(progress).toMatchObject({ gap: 6, share: null, share_reason: 'not-comparable', state: 'behind' });
    expect(progress.share_note_vi).toContain('Phương pháp thay đổi');
  });

  it('has a share of ranks, not of points, where only ranks compare', () => {
    const comparisons = [
      {
        with: 'pci-2013',
        components: null,
        verdict: 'rank-only' as const,
        reason_vi: 'thang khác',
        reason_en: 'scale',
      },
    ];
    const standings = {
      actual: standing('2022', { score: 60, rank: 10, methodology: 'pci-2022', comparisons }),
      baseline: standing('2021', { score: 58, rank: 20 }),
    };
    expect(progressOf(row('score', 66), standings, '2022', DAY)).toMatchObject({
      ...{ share: null, share_reason: 'rank-only', share_note_vi: 'thang khác' },
    });
    expect(progressOf(row('rank', 5), standings, '2022', DAY)).toMatchObject({ gap: 5, share: 66.7 });
  });
});

describe('a target whose period is not published', () => {
  const baseline = standing('2019', { score: 64, rank: 20 });

  it('is not yet known from the baseline alone', () => {
    expect(progressOf(row('score', 66), { actual: baseline, baseline }, '2020', DAY)).toMatchObject({
      ...{ actual_period: '2019', actual: 64, gap: 2, share: null, share_reason: 'same-period' },
      state: 'not-yet-known',
    });
  });

  it('is on the way from the baseline that the plan names, and not met before its time', () => {
    const named = standing('2018', { score: 62 });
    expect(progressOf(row('score', 66), { actual: baseline, baseline: named }, '2020', DAY)).toMatchObject({
      ...{ share: 50, state: 'on-the-way' },
    });
    expect(progressOf(row('score', 63), { actual: baseline, baseline: named }, '2020', DAY)).toMatchObject({
      ...{ gap: -1, state: 'on-the-way' },
    });
  });

  it('is not yet known where nothing at all is published, and overdue all the same', () => {
    const nothing = { actual: null, baseline: null };
    expect(progressOf(row('score', 66, '2020-12-31'), nothing, '2020', DAY)).toMatchObject({
      ...{ actual: null, gap: null, share: null, share_reason: 'no-figure', state: 'not-yet-known', overdue: true },
    });
    expect(progressOf(row('score', 66, DAY), nothing, '2020', DAY).overdue).toBe(false);
  });

  it('takes no missing figure for zero', () => {
    const actual = standing('2020', { score: null, status: 'M', reason: 'not-surveyed' });
    expect(progressOf(row('score', 66), { actual, baseline }, '2020', DAY)).toMatchObject({
      ...{ actual: null, actual_status: 'M', actual_reason: 'not-surveyed', gap: null, state: 'not-yet-known' },
    });
  });
});

describe('a target of places', () => {
  it('is held against the rank that the publisher prints, where it prints one', () => {
    const standings = {
      actual: standing('2020', { rank: 21, rank_published: 20 }),
      baseline: standing('2019', { rank: 31, rank_published: 30 }),
    };
    expect(progressOf(row('rank', 20), standings, '2020', DAY)).toMatchObject({
      ...{ actual: 20, actual_basis: 'published', baseline: 30, baseline_basis: 'published', gap: 0, state: 'met' },
    });
  });

  it('has no share between a printed rank and a computed one', () => {
    const standings = {
      actual: standing('2020', { rank: 21, rank_published: 21 }),
      baseline: standing('2019', { rank: 31 }),
    };
    expect(progressOf(row('rank', 20), standings, '2020', DAY)).toMatchObject({
      ...{ baseline: 31, baseline_basis: 'computed', share: null, share_reason: 'other-basis', state: 'behind' },
    });
  });

  it('of a share of the field ends at a whole place: the best 25 % of 63 are 15', () => {
    const at = (rank: number) =>
      progressOf(row('top-share', 25), { actual: standing('2020', { rank }), baseline: null }, '2020', DAY);
    expect(at(15)).toMatchObject({ gap: 0, state: 'met', share_reason: 'no-baseline' });
    expect(at(16)).toMatchObject({ gap: 1, state: 'behind' });
  });
});

describe('a target of a grade', () => {
  const ladder = ['Cao nhất', 'Trung bình cao', 'Trung bình thấp', 'Thấp nhất'];

  it('is met by a better grade, and has steps but no share', () => {
    const at = (grade: string | null) =>
      progressOf(
        row('grade', 'Trung bình cao'),
        {
          actual: standing('2020', { grade, ladder }),
          baseline: standing('2019', { grade: 'Thấp nhất', ladder }),
        },
        '2020',
        DAY,
      );
    expect(at('Cao nhất')).toMatchObject({ gap: -1, share: null, share_reason: 'ordinal', state: 'met' });
    expect(at('Trung bình thấp')).toMatchObject({ gap: 1, state: 'on-the-way' });
    expect(at('Thấp nhất')).toMatchObject({ gap: 2, state: 'behind' });
    expect(at(null)).toMatchObject({ gap: null, state: 'not-yet-known' });
  });
});

describe('the periods that tell of a plan', () => {
  it('are its own and those before it; the baseline is before it, or the one that it names', () => {
    const published = ['2018', '2021', '2019', '2020'];
    expect(periodsOfPlan(published, '2020', null)).toEqual({
      actual: ['2020', '2019', '2018'],
      baseline: ['2019', '2018'],
    });
    expect(periodsOfPlan(published, '2022', '2018').baseline).toEqual(['2018']);
    expect(periodsOfPlan(published, '2022', '2017').baseline).toEqual([]);
  });
});

describe('the sentence on a target', () => {
  it('says what is known, what lacks and how late it is, in both languages', () => {
    const wanted = row('score', 66, '2020-12-31');
    const standings = { actual: standing('2020', { score: 64.5 }), baseline: standing('2019', { score: 64 }) };
    expect(sentenceOf(wanted, progressOf(wanted, standings, '2020', DAY))).toEqual({
      vi: 'Chỉ tiêu 66 điểm: kỳ 2020 ở 64,5 điểm; còn thiếu 1,5 điểm; đã đi 25% quãng đường từ kỳ 2019; quá hạn 2020-12-31.',
      en: 'Target 66 points: 64.5 points in 2020; 1.5 points to go; 25% of the way from 2019; overdue since 2020-12-31.',
    });
  });

  it('does not pretend to know', () => {
    const wanted = row('rank', 10);
    expect(sentenceOf(wanted, progressOf(wanted, { actual: null, baseline: null }, '2020', DAY)).vi).toBe(
      'Chỉ tiêu hạng 10: chưa có kỳ nào công bố.',
    );
  });
});
