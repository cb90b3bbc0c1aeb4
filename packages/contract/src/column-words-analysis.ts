import type { ColumnWords } from './column-words-subjects.ts';

/** Columns of the tables of analysis. */
export const ANALYSIS_WORDS = {
  against: {
    vi: 'So với',
    en: 'Against',
    unit: null,
    says_vi: 'Kỳ trước, mã đơn vị khác, median (trung vị) hoặc leader (đơn vị dẫn đầu)',
    says_en: 'The earlier period, the id of another unit, median or leader',
  },
  line: {
    vi: 'Dòng',
    en: 'Line',
    unit: null,
    says_vi: 'component: một chỉ số thành phần; residual: phần dư không giải thích được; total: tổng điểm công bố',
    says_en: 'component: one component; residual: what is left unexplained; total: the total as published',
  },
  component_name: {
    vi: 'Tên chỉ số thành phần',
    en: 'Component name',
    unit: null,
    says_vi: 'Tên chỉ số thành phần, theo ngôn ngữ được yêu cầu',
    says_en: 'What the component is called, in the asked language',
  },
  coefficient: {
    vi: 'Hệ số',
    en: 'Coefficient',
    unit: null,
    says_vi: 'Một điểm của chỉ số thành phần bằng bấy nhiêu điểm của tổng điểm',
    says_en: 'How many points of the total one point of the component is worth',
  },
  reference_score: {
    vi: 'Điểm đối chiếu',
    en: 'Reference score',
    unit: 'point',
    says_vi: 'Điểm của kỳ trước, của đơn vị khác hoặc trung vị; trống là không có, không phải 0',
    says_en: 'The score of the earlier period, of the other unit, or the median; empty is none, which is not 0',
  },
  difference: {
    vi: 'Chênh lệch',
    en: 'Difference',
    unit: 'point',
    says_vi: 'Điểm trừ điểm đối chiếu',
    says_en: 'The score minus the reference score',
  },
  contribution: {
    vi: 'Đóng góp',
    en: 'Contribution',
    unit: 'point',
    says_vi: 'Hệ số nhân chênh lệch, tính bằng điểm của tổng điểm; các dòng component và residual cộng lại bằng total',
    says_en: 'Coefficient times difference, in points of the total; the lines component and residual add up to total',
  },
} as const satisfies Record<string, ColumnWords>;
