import type { ColumnWords } from './column-words-subjects.ts';

/** Columns of ranks as they could have been. */
export const ROBUSTNESS_WORDS = {
  method: {
    vi: 'Cách mô phỏng',
    en: 'Method',
    unit: null,
    says_vi: 'weights: thay đổi trọng số; rounding: làm tròn điểm',
    says_en: 'weights: other weights; rounding: how scores were rounded',
  },
  rank_low: {
    vi: 'Hạng 5 %',
    en: 'Rank at 5 %',
    unit: 'place',
    says_vi: 'Hạng tốt nhất của khoảng 5–95 % các lần mô phỏng; không phải khoảng tin cậy của khảo sát',
    says_en: 'The best rank of the 5–95 % interval of the draws; no confidence interval of the survey',
  },
  rank_median: {
    vi: 'Hạng trung vị',
    en: 'Median rank',
    unit: 'place',
    says_vi: 'Trung vị của hạng qua các lần mô phỏng',
    says_en: 'The median of the ranks over the draws',
  },
  rank_high: {
    vi: 'Hạng 95 %',
    en: 'Rank at 95 %',
    unit: 'place',
    says_vi: 'Hạng kém nhất của khoảng 5–95 % các lần mô phỏng',
    says_en: 'The worst rank of the 5–95 % interval of the draws',
  },
  rank_width: {
    vi: 'Độ rộng',
    en: 'Width',
    unit: 'place',
    says_vi: 'rank_high trừ rank_low',
    says_en: 'rank_high minus rank_low',
  },
  indistinct_from: {
    vi: 'Không phân biệt được từ hạng',
    en: 'Not distinguishable from rank',
    unit: 'place',
    says_vi: 'Hạng mô phỏng tốt nhất của các đơn vị có khoảng hạng giao với khoảng của đơn vị này',
    says_en: 'The best simulated rank of those whose intervals meet that of this unit',
  },
  indistinct_to: {
    vi: 'Không phân biệt được đến hạng',
    en: 'Not distinguishable to rank',
    unit: 'place',
    says_vi: 'Hạng mô phỏng kém nhất của các đơn vị đó',
    says_en: 'The worst simulated rank of those',
  },
} as const satisfies Record<string, ColumnWords>;
