import type { Lang } from '@chi-so/contract/ranking-response';

/**
 * Every word of the page, both languages side by side: a word without one of them does not compile. `{name}` is filled
 * in by `say`; what comes from the API is in the reader's language already.
 */
const WORDS = {
  // Chrome
  app: { vi: 'Chỉ Số', en: 'Chỉ Số' },
  skip: { vi: 'Đến nội dung', en: 'Skip to content' },
  mainMenu: { vi: 'Trang', en: 'Pages' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  rankings: { vi: 'Xếp hạng', en: 'Rankings' },
  reference: { vi: 'API', en: 'API' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  changeUnit: { vi: 'Chọn tỉnh', en: 'Choose province' },
  printed: { vi: 'In ngày {date}', en: 'Printed on {date}' },
  licence: {
    vi: 'Số liệu thuộc về cơ quan công bố. Thứ hạng tính toán và thứ hạng công bố không bao giờ lẫn nhau.',
    en: 'Figures belong to their publishers. Computed and published ranks are never mixed.',
  },
  // States
  loading: { vi: 'Đang tải …', en: 'Loading …' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  offline: {
    vi: 'Không có kết nối mạng. Kiểm tra mạng, rồi thử lại.',
    en: 'There is no connection. Check the network, then try again.',
  },
  unreachable: {
    vi: 'Không gọi được máy chủ. Chờ ít phút, rồi thử lại.',
    en: 'The server cannot be reached. Wait a few minutes, then try again.',
  },
  overloaded: {
    vi: 'Máy chủ đang bận. Chờ ít giây, rồi thử lại.',
    en: 'The server is busy. Wait a few seconds, then try again.',
  },
  brokenHere: { vi: 'Máy chủ gặp lỗi ({status}). Thử lại sau.', en: 'The server failed ({status}). Try again later.' },
  notReadable: {
    vi: 'Câu trả lời không đọc được. Tải lại trang; nếu vẫn vậy, báo cho người quản trị.',
    en: 'The answer cannot be read. Reload the page; if it stays so, tell the operator.',
  },
  chooseAnother: { vi: 'Chọn một mục khác trên trang này.', en: 'Choose something else on this page.' },
  noSuchPage: {
    vi: 'Không có trang {path}. Chọn Tổng quan hoặc Xếp hạng ở trên.',
    en: 'There is no page {path}. Choose Overview or Rankings above.',
  },
  pageFailed: {
    vi: 'Trang gặp lỗi. Tải lại trang; nếu vẫn vậy, báo cho người quản trị.',
    en: 'The page failed. Reload it; if it stays so, tell the operator.',
  },
  degraded: {
    vi: 'Số liệu của lần công bố trước, vì lần mới nhất chưa đọc được.',
    en: 'Figures of the publication before, because the newest cannot be read yet.',
  },
  // Ranking: what is shown
  rankTitle: {
    vi: '{what} — {unit} hạng {rank}/{of} ({score} điểm)',
    en: '{what} — {unit} ranks {rank} of {of} ({score} points)',
  },
  rankTitleInGroup: {
    vi: '{what} — {unit} hạng {rank}/{of} trong {group} ({score} điểm)',
    en: '{what} — {unit} ranks {rank} of {of} in {group} ({score} points)',
  },
  leaderTitle: {
    vi: '{what} — {unit} dẫn đầu {of} đơn vị ({score} điểm)',
    en: '{what} — {unit} leads {of} units ({score} points)',
  },
  scoreTitle: { vi: '{what} — {unit} {score} điểm, không xếp hạng', en: '{what} — {unit} {score} points, not ranked' },
  reasonTitle: { vi: '{what} — {unit}: {reason}', en: '{what} — {unit}: {reason}' },
  claimTitle: {
    vi: '{what} — {unit} hạng {rank} theo {source}',
    en: '{what} — {unit} ranks {rank} according to {source}',
  },
  setTitle: { vi: '{what} — {set}', en: '{what} — {set}' },
  plainTitle: { vi: '{what} — {count} đơn vị, không xếp hạng', en: '{what} — {count} units, not ranked' },
  indexSwitch: { vi: 'Chỉ số', en: 'Index' },
  periodSwitch: { vi: 'Kỳ', en: 'Period' },
  groupSwitch: { vi: 'Khối', en: 'Group' },
  setSwitch: { vi: 'Tập đơn vị', en: 'Unit set' },
  componentSwitch: { vi: 'Chỉ số thành phần', en: 'Component' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  officialGroups: { vi: 'Theo công bố', en: 'As published' },
  behind: { vi: 'kém {unit} (hạng {rank}) {points} điểm', en: '{points} points behind {unit} (rank {rank})' },
  ahead: { vi: 'hơn {unit} (hạng {rank}) {points} điểm', en: '{points} points ahead of {unit} (rank {rank})' },
  tiedWith: { vi: 'đồng hạng với {units}', en: 'tied with {units}' },
  noChange: { vi: 'Không so với {period}: {reason}', en: 'Not compared with {period}: {reason}' },
  medianIs: { vi: 'trung vị {score}', en: 'median {score}' },
  plotOf: {
    vi: 'Biểu đồ điểm của {count} đơn vị trên trục điểm từ {low} đến {high}. Các số có trong bảng bên dưới.',
    en: 'Dots of {count} units on an axis of scores from {low} to {high}. The figures are in the table below.',
  },
  mapOf: {
    vi: 'Bản đồ ô vuông: mỗi ô một tỉnh với thứ hạng. Các số có trong bảng bên cạnh.',
    en: 'Tile map: one tile a province, with its rank. The figures are in the table beside it.',
  },
  mapAbout: {
    vi: 'Thứ hạng theo vị trí; ô đậm hơn là hạng cao hơn.',
    en: 'Ranks by place; a darker tile ranks higher.',
  },
  // Ranking: the table
  tableOf: { vi: 'Bảng xếp hạng {what}', en: 'Ranking of {what}' },
  rank: { vi: 'Hạng', en: 'Rank' },
  computedRank: { vi: 'Thứ hạng tính toán', en: 'Computed rank' },
  unitColumn: { vi: 'Đơn vị', en: 'Unit' },
  score: { vi: 'Điểm', en: 'Score' },
  percent: { vi: '% điểm tối đa', en: '% of maximum' },
  gap: { vi: 'Cách trên', en: 'Gap above' },
  gapAbout: { vi: 'Điểm kém đơn vị xếp ngay trên', en: 'Points behind the unit next above' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  computedGrade: { vi: 'Xếp loại tính toán', en: 'Computed grade' },
  change: { vi: 'Thay đổi', en: 'Change' },
  scoreChange: { vi: 'Điểm tăng, giảm', en: 'Score change' },
  peersColumn: { vi: 'So sánh', en: 'Compare' },
  addPeer: { vi: 'So sánh với {unit}', en: 'Compare with {unit}' },
  dropPeer: { vi: 'Thôi so sánh với {unit}', en: 'No longer compare with {unit}' },
  mine: { vi: 'đơn vị của tôi', en: 'my unit' },
  find: { vi: 'Tìm đơn vị', en: 'Find a unit' },
  findHint: { vi: 'không cần dấu', en: 'diacritics not needed' },
  foundNone: {
    vi: 'Không có đơn vị nào khớp “{find}”. Xóa bớt chữ đã gõ.',
    en: 'No unit fits “{find}”. Delete some of what was typed.',
  },
  tied: { vi: 'đồng hạng', en: 'tied' },
  publishedAs: { vi: 'công bố: {rank}', en: 'published: {rank}' },
  claimedAs: { vi: 'hạng {rank} theo {source}', en: 'rank {rank} according to {source}' },
  isPublished: { vi: 'thứ hạng công bố', en: 'published rank' },
  lastRank: { vi: '{period}: hạng {rank}/{of}', en: '{period}: rank {rank} of {of}' },
  isComputed: { vi: 'thứ hạng tính toán', en: 'computed rank' },
  gradeComputed: { vi: 'tính toán', en: 'computed' },
  unranked: { vi: 'không xếp hạng', en: 'not ranked' },
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
  up: { vi: 'tăng {places} bậc', en: 'up {places}' },
  down: { vi: 'giảm {places} bậc', en: 'down {places}' },
  same: { vi: 'giữ hạng', en: 'same rank' },
  // The foot line
  source: { vi: 'Nguồn', en: 'Source' },
  publication: { vi: 'Công bố', en: 'Publication' },
  publicationIs: { vi: 'bản {revision}, ghi nhận ở đây {at}', en: 'revision {revision}, recorded here {at}' },
  publishedOn: { vi: 'công bố {date}', en: 'published {date}' },
  document: { vi: 'Văn bản', en: 'Document' },
  methodology: { vi: 'Phương pháp', en: 'Methodology' },
  download: { vi: 'Tải về', en: 'Download' },
  csvExcel: { vi: 'CSV cho Excel', en: 'CSV for Vietnamese Excel' },
  copyLink: { vi: 'Chép liên kết cho Excel, Sheets', en: 'Copy link for Excel, Sheets' },
  copied: { vi: 'Đã chép {url}', en: 'Copied {url}' },
  notCopied: { vi: 'Trình duyệt không cho chép; liên kết: {url}', en: 'The browser forbids copying; the link: {url}' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  kindOfSource: { vi: 'nguồn: {kind}', en: 'source: {kind}' },
  official: { vi: 'văn bản chính thức', en: 'official document' },
  publisher: { vi: 'cơ quan công bố', en: 'the publisher' },
  province: { vi: 'tỉnh', en: 'the province' },
  press: { vi: 'báo chí', en: 'the press' },
  compilation: { vi: 'tập hợp', en: 'a compilation' },
  certaintyDerived: { vi: 'suy ra', en: 'derived' },
  certaintyUnknown: { vi: 'chưa chắc chắn', en: 'not certain' },
  // Overview
  chooseTitle: { vi: 'Chọn tỉnh, thành phố của bạn', en: 'Choose your province' },
  chooseAbout: {
    vi: 'Một lần là đủ: trang ghi nhớ trên máy này, và mọi bảng đều nhìn từ đơn vị ấy.',
    en: 'Once is enough: it is remembered on this machine, and every table is seen from there.',
  },
  overviewTitle: { vi: '{unit} — {best}', en: '{unit} — {best}' },
  bestRank: { vi: '{index} {period} hạng {rank}/{of}', en: '{index} {period} rank {rank} of {of}' },
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
  noFigure: { vi: 'chưa có số liệu', en: 'no figure yet' },
  movements: { vi: 'Thay đổi lớn nhất', en: 'Largest movements' },
  movement: {
    vi: '{index} {period}: {change} so với {before}, từ hạng {from} lên hạng {to}.',
    en: '{index} {period}: {change} since {before}, from rank {from} to rank {to}.',
  },
  movementDown: {
    vi: '{index} {period}: {change} so với {before}, từ hạng {from} xuống hạng {to}.',
    en: '{index} {period}: {change} since {before}, from rank {from} to rank {to}.',
  },
  breakAt: { vi: 'Đổi phương pháp {from}→{to}: {reason}', en: 'Other methodology {from}→{to}: {reason}' },
} as const satisfies Record<string, Record<Lang, string>>;

export type Word = keyof typeof WORDS;

/** The word in a language, with its `{names}` filled in. */
export const say = (lang: Lang, word: Word, values: Readonly<Record<string, string | number>> = {}): string =>
  WORDS[word][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
