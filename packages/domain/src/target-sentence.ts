import { written } from './sentences/sentence.ts';
import type { TargetRow } from './target-plan.ts';
import type { TargetProgress } from './target-progress.ts';

/** One short sentence on a target, as a page shows it: what is known, what lacks, and how much of the way is behind. */

type Said = { vi: string; en: string };

/** The sentence in both languages. */
export const sentenceOf = (
  row: Pick<TargetRow, 'target_kind' | 'target' | 'deadline'>,
  progress: TargetProgress,
): Said => {
  const parts = [standing(row, progress), lacking(row, progress), way(progress), late(row, progress)].filter(
    (part) => part !== null,
  );
  return { vi: sentence(parts.map(({ vi }) => vi)), en: sentence(parts.map(({ en }) => en)) };
};

const sentence = (parts: readonly string[]): string => `${parts.join('; ')}.`;

const standing = (
  { target_kind, target }: Pick<TargetRow, 'target_kind' | 'target'>,
  progress: TargetProgress,
): Said => {
  const { actual, actual_period } = progress;
  const wanted = named(target_kind, target);
  if (actual === null || actual_period === null) {
    return actual_period === null
      ? { vi: `Chỉ tiêu ${wanted.vi}: chưa có kỳ nào công bố`, en: `Target ${wanted.en}: nothing is published yet` }
      : {
          vi: `Chỉ tiêu ${wanted.vi}: kỳ ${actual_period} không có số liệu`,
          en: `Target ${wanted.en}: ${actual_period} has no figure`,
        };
  }
  const has = named(target_kind === 'top-share' ? 'rank' : target_kind, actual);
  return {
    vi: `Chỉ tiêu ${wanted.vi}: kỳ ${actual_period} ở ${has.vi}`,
    en: `Target ${wanted.en}: ${has.en} in ${actual_period}`,
  };
};

const named = (kind: TargetRow['target_kind'], value: number | string): Said => {
  const [vi, en] = [inVietnamese(value), String(value)];
  if (kind === 'score') return { vi: `${vi} điểm`, en: `${en} points` };
  if (kind === 'rank') return { vi: `hạng ${vi}`, en: `rank ${en}` };
  if (kind === 'grade') return { vi: `"${vi}"`, en: `"${en}"` };
  return { vi: `nhóm ${vi}% dẫn đầu`, en: `the top ${en}%` };
};

const UNITS: Record<TargetRow['target_kind'], Said> = {
  score: { vi: 'điểm', en: 'points' },
  rank: { vi: 'bậc', en: 'places' },
  grade: { vi: 'nhóm', en: 'grades' },
  'top-share': { vi: 'bậc', en: 'places' },
};

const lacking = ({ target_kind }: Pick<TargetRow, 'target_kind'>, { gap, state }: TargetProgress): Said | null => {
  if (state === 'met') return { vi: 'đã đạt', en: 'met' };
  if (gap === null) return null;
  if (gap <= 0)
    return { vi: 'đã ở mức chỉ tiêu, chờ kỳ của kế hoạch', en: "reached, the plan's period is still to come" };
  const unit = UNITS[target_kind];
  return { vi: `còn thiếu ${inVietnamese(gap)} ${unit.vi}`, en: `${gap} ${unit.en} to go` };
};

const way = ({ share, state, baseline_period }: TargetProgress): Said | null =>
  share === null || state === 'met'
    ? null
    : {
        vi: `đã đi ${inVietnamese(share)}% quãng đường từ kỳ ${baseline_period}`,
        en: `${share}% of the way from ${baseline_period}`,
      };

const late = ({ deadline }: Pick<TargetRow, 'deadline'>, { overdue }: TargetProgress): Said | null =>
  overdue ? { vi: `quá hạn ${deadline}`, en: `overdue since ${deadline}` } : null;

const inVietnamese = (value: number | string): string => (typeof value === 'number' ? written(value, 'vi') : value);
