import type { Dictionary } from './dictionary.ts';

/** Reasons, statuses and kinds by the API's own names, and how a rank changed. */
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
  // Changes
  lostColumn: { vi: 'Điểm mất', en: 'Points lost' },
  medianColumn: { vi: 'Trung vị', en: 'Median' },
  up: { vi: 'tăng {places} bậc', en: 'up {places}' },
  down: { vi: 'giảm {places} bậc', en: 'down {places}' },
  same: { vi: 'giữ hạng', en: 'same rank' },
} as const satisfies Dictionary;
