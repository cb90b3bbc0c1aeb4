import type { Dictionary } from './dictionary.ts';

/** Words of the overview. */
export const OVERVIEW = {
  chooseTitle: { vi: 'Chọn tỉnh, thành phố của bạn', en: 'Choose your province' },
  chooseAbout: {
    vi: 'Một lần là đủ: trang ghi nhớ trên máy này, và mọi bảng đều nhìn từ đơn vị ấy.',
    en: 'Once is enough: it is remembered on this machine, and every table is seen from there.',
  },
  overviewTitle: { vi: '{unit} — {best}', en: '{unit} — {best}' },
  noRanksTitle: { vi: '{unit} — chưa có thứ hạng', en: '{unit} — no ranks yet' },
  noRanks: {
    vi: 'Chưa có chỉ số nào xếp hạng đơn vị này. Xem các kỳ trước của đơn vị tiền thân bên dưới, hoặc chọn tỉnh khác.',
    en: 'No index ranks this unit yet. See earlier periods of its predecessors below, or choose another province.',
  },
  predecessors: { vi: 'Trước {date}', en: 'Before {date}' },
  successors: { vi: 'Từ {date}', en: 'Since {date}' },
  inside: { vi: 'Trong {unit}', en: 'Inside {unit}' },
  indicesOf: { vi: 'Các chỉ số của {unit}', en: 'Indices of {unit}' },
  indexColumn: { vi: 'Chỉ số', en: 'Index' },
  history: { vi: 'Thứ hạng qua các năm', en: 'Rank over the years' },
  historyOf: {
    vi: 'Thứ hạng {index} {from}–{to}: {ranks}',
    en: 'Rank in {index} {from}–{to}: {ranks}',
  },
  latest: { vi: 'Kỳ', en: 'Period' },
  newerWithout: { vi: '{period}: {reason}', en: '{period}: {reason}' },
  released: { vi: 'Ngày công bố', en: 'Published' },
  nextRelease: { vi: 'Kỳ sau', en: 'Next' },
  expected: { vi: '{period}: dự kiến {from}–{to}', en: '{period}: expected {from}–{to}' },
  overdue: { vi: '{period}: đã quá hạn dự kiến {to}', en: '{period}: overdue since {to}' },
  nobodyKnows: { vi: 'không rõ', en: 'not known' },
  dateUnknown: { vi: 'không rõ ngày', en: 'date not known' },
  changeAgainst: { vi: 'so với {period}', en: 'since {period}' },
  notComparable: { vi: 'không so sánh được', en: 'not comparable' },
  alikeBy: { vi: 'Giống nhất theo các chỉ số thành phần của', en: 'Most like it by the components of' },
  movements: { vi: 'Thay đổi lớn nhất', en: 'Largest movements' },
  movement: {
    vi: '{index} {period}: {change} so với {before}, từ {from} lên {to}.',
    en: '{index} {period}: {change} since {before}, from {from} to {to}.',
  },
  movementDown: {
    vi: '{index} {period}: {change} so với {before}, từ {from} xuống {to}.',
    en: '{index} {period}: {change} since {before}, from {from} to {to}.',
  },
  breakAt: { vi: 'Đổi phương pháp {from}→{to}: {reason}', en: 'Other methodology {from}→{to}: {reason}' },
} as const satisfies Dictionary;
