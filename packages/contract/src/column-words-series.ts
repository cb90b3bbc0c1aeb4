import type { ColumnWords } from './column-words-subjects.ts';

/** Columns of a series whose figures may be those of other units. */
export const SERIES_WORDS = {
  carried: {
    vi: 'Cách chuyển',
    en: 'Carried',
    unit: null,
    says_vi:
      'unchanged: cùng địa giới; constituents: trung bình không trọng số của các đơn vị hợp thành (suy ra); merged-unit: điểm của cả đơn vị sau sáp nhập; trống: số liệu của chính đơn vị',
    says_en:
      "unchanged: the same territory; constituents: the unweighted mean of what it is made of (derived); merged-unit: the whole merged unit's; empty: its own",
  },
  origin_units: {
    vi: 'Đơn vị gốc',
    en: 'Origin units',
    unit: null,
    says_vi: 'Mã các đơn vị mà số liệu được công bố; trống nếu là chính đơn vị',
    says_en: 'Ids of the units of which the figure was published; empty where it is its own',
  },
  score_min: {
    vi: 'Điểm thấp nhất',
    en: 'Least score',
    unit: 'point',
    says_vi: 'Điểm thấp nhất trong các đơn vị hợp thành; trống nếu một đơn vị không có điểm',
    says_en: 'The least score of the constituents; empty where one of them has none',
  },
  score_max: {
    vi: 'Điểm cao nhất',
    en: 'Greatest score',
    unit: 'point',
    says_vi: 'Điểm cao nhất trong các đơn vị hợp thành; trống nếu một đơn vị không có điểm',
    says_en: 'The greatest score of the constituents; empty where one of them has none',
  },
  rank_simulated_of: {
    vi: 'Số đơn vị mô phỏng',
    en: 'Simulated of',
    unit: 'unit',
    says_vi: 'Số đơn vị có thứ hạng mô phỏng',
    says_en: 'How many units have a simulated rank',
  },
} as const satisfies Record<string, ColumnWords>;
