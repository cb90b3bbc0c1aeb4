import type { Dictionary } from './dictionary.ts';

/** Reasons, statuses, stages and severities by the API's own names, and how a rank changed. */
export const TERMS = {
  // Reasons and statuses, by the API's own names
  withheld: { vi: 'không công bố', en: 'withheld' },
  'not-surveyed': { vi: 'không khảo sát', en: 'not surveyed' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
  estimate: { vi: 'ước tính', en: 'estimated' },
  provisional: { vi: 'tạm thời', en: 'provisional' },
  'tie-order': { vi: 'đơn vị bằng điểm được xếp liên tiếp', en: 'equal scores were ranked one after the other' },
  rounding: { vi: 'xếp theo chữ số không công bố', en: 'ranked by digits that are not printed' },
  'partial-release': { vi: 'chỉ biết một số đơn vị', en: 'only some units are known' },
  'different-population': { vi: 'số đơn vị được xếp khác nhau', en: 'another number of units was ranked' },
  conflict: { vi: 'điểm và thứ hạng mâu thuẫn', en: 'score and rank contradict each other' },
  noFigure: { vi: 'chưa có số liệu', en: 'no figure yet' },
  // Stages of an evaluation
  'stage-self': { vi: 'Tự chấm', en: 'Self-scored' },
  'stage-appraisal-1': { vi: 'Thẩm định 1', en: 'Appraisal 1' },
  'stage-appraisal-2': { vi: 'Thẩm định 2', en: 'Appraisal 2' },
  'stage-result': { vi: 'Kết quả', en: 'Result' },
  // Findings in a file, and where
  'finding-error': { vi: 'Lỗi:', en: 'Error:' },
  'finding-warning': { vi: 'Cảnh báo:', en: 'Warning:' },
  'finding-info': { vi: 'Lưu ý:', en: 'Note:' },
  placeRow: { vi: 'dòng {row}', en: 'row {row}' },
  placeColumn: { vi: 'cột {column}', en: 'column {column}' },
  // Changes
  lostColumn: { vi: 'Điểm mất', en: 'Points lost' },
  medianColumn: { vi: 'Trung vị', en: 'Median' },
  up: { vi: 'tăng {places} bậc', en: 'up {places}' },
  down: { vi: 'giảm {places} bậc', en: 'down {places}' },
  same: { vi: 'giữ hạng', en: 'same rank' },
} as const satisfies Dictionary;
