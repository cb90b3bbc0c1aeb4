import type { Dictionary } from './dictionary.ts';

/** Words of the trend. */
export const TREND = {
  trends: { vi: 'Xu hướng', en: 'Trends' },
  trendOf: { vi: 'Xu hướng {what} qua các kỳ', en: '{what} over the periods' },
  trendUp: {
    vi: '{what} — {unit} từ {from} ({start}) lên {to} ({end})',
    en: '{what} — {unit} up from {from} ({start}) to {to} ({end})',
  },
  trendDown: {
    vi: '{what} — {unit} từ {from} ({start}) xuống {to} ({end})',
    en: '{what} — {unit} down from {from} ({start}) to {to} ({end})',
  },
  trendSame: {
    vi: '{what} — {unit} {from} ({start}), {to} ({end})',
    en: '{what} — {unit} {from} ({start}), {to} ({end})',
  },
  trendOnce: { vi: '{what} — {unit} {to} ({end})', en: '{what} — {unit} {to} ({end})' },
  trendCutOff: {
    vi: '{what} — {unit} {to} ({end}), không so sánh được với các kỳ trước',
    en: '{what} — {unit} {to} ({end}), not comparable with the periods before',
  },
  plainRank: { vi: 'hạng {rank}', en: 'rank {rank}' },
  computedIs: { vi: 'thứ hạng tính toán {rank}', en: 'computed rank {rank}' },
  simulatedRank: { vi: 'hạng mô phỏng {rank}', en: 'simulated rank {rank}' },
  trendScore: {
    vi: '{what} — {unit} {score} điểm ({end}), không xếp hạng',
    en: '{what} — {unit} {score} points ({end}), not ranked',
  },
  trendNothing: { vi: '{what} — {unit}: chưa có số liệu', en: '{what} — {unit}: no figures yet' },
  // What is shown
  basisSwitch: { vi: 'Cơ sở', en: 'Basis' },
  asPublished: { vi: 'Như công bố', en: 'As published' },
  addUnit: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  enoughUnits: {
    vi: 'Đã đủ {most} đơn vị so sánh: bỏ một đơn vị để thêm đơn vị khác.',
    en: 'There are {most} units compared: drop one to add another.',
  },
  onePeriod: {
    vi: 'Mới có một kỳ ({period}), chưa có xu hướng.',
    en: 'There is one period only ({period}), no trend yet.',
  },
  seeRanking: { vi: 'Xem bảng xếp hạng {what}', en: 'See the ranking {what}' },
  noTrend: {
    vi: 'Chưa có số liệu nào. Chọn chỉ số, chỉ số thành phần hoặc cơ sở khác ở trên.',
    en: 'There are no figures yet. Choose another index, component or basis above.',
  },
  noUnitYet: {
    vi: 'Chưa chọn đơn vị nào: thêm một đơn vị ở trên để thấy đường của đơn vị ấy.',
    en: 'No unit is chosen: add one above to see its line.',
  },
  notUnderId: {
    vi: '{index} không có số liệu nào dưới mã {unit} ({name}): các kỳ {periods} được công bố theo {sets}.',
    en: '{index} has no figures under the id {unit} ({name}): the periods {periods} were published over {sets}.',
  },
  moreElsewhere: {
    vi: 'Các kỳ {periods} được công bố theo {sets}, nên không có ở đây.',
    en: 'The periods {periods} were published over {sets} and so are not here.',
  },
  seeOnBasis: { vi: 'Xem tất cả các kỳ, chuyển về {set}', en: 'See all periods, carried to {set}' },
  severalOnBasis: {
    vi: 'Theo {set}, {name} ({unit}) là nhiều đơn vị:',
    en: 'On {set}, {name} ({unit}) is several units:',
  },
  noneOnBasis: { vi: 'Theo {set} không có đơn vị nào là {name} ({unit}).', en: 'On {set} no unit is {name} ({unit}).' },
  provincesOnly: {
    vi: '{name} là đơn vị trong tỉnh; {index} xếp hạng các tỉnh, thành phố. Thêm một tỉnh ở trên.',
    en: '{name} is a unit inside a province; {index} ranks provinces. Add one above.',
  },
  insideOnly: {
    vi: '{name} không được xếp hạng ở đây: {index} xếp hạng các đơn vị trong tỉnh. Thêm đơn vị ở trên.',
    en: '{name} is not ranked here: {index} ranks the units inside a province. Add units above.',
  },
  // Drawings
  scores: { vi: 'Điểm', en: 'Scores' },
  ranks: { vi: 'Thứ hạng', en: 'Ranks' },
  scoresOf: {
    vi: 'Điểm qua các kỳ {span}: {units}. Các số có trong bảng bên dưới.',
    en: 'Scores over the periods {span}: {units}. The figures are in the table below.',
  },
  ranksOf: {
    vi: 'Thứ hạng qua các kỳ {span}, hạng 1 ở trên: {units}. Các số có trong bảng bên dưới.',
    en: 'Ranks over the periods {span}, rank 1 on top: {units}. The figures are in the table below.',
  },
  countryKey: {
    vi: 'Dải xám: từ điểm thấp nhất đến điểm cao nhất của các đơn vị được chấm; nét đứt: trung vị. Không tính ở kỳ mà điểm của một số đơn vị không được công bố, chưa rõ hoặc là ước tính.',
    en: 'Grey band: from the least to the greatest score of all that were scored; dashed: the median. Not computed for periods in which some scores are withheld, not known or estimated.',
  },
  estimateKey: {
    vi: 'Điểm rỗng: ước tính, với khoảng từ thấp nhất đến cao nhất của các đơn vị hợp thành.',
    en: 'Hollow points: estimates, with the range from the least to the greatest of the constituents.',
  },
  populationKey: { vi: 'Đường xám ở dưới: số đơn vị được xếp hạng.', en: 'Grey line below: how many were ranked.' },
  simulatedKey: {
    vi: 'Hạng mô phỏng (điểm rỗng): vị trí giữa các đơn vị của cơ sở, có cả điểm ước tính; thứ hạng đã công bố có trong bảng.',
    en: 'Simulated ranks (hollow points): places among the units of the basis, estimates among them; ranks as published are in the table.',
  },
  median: { vi: 'trung vị', en: 'median' },
  rangeColumn: { vi: 'Thấp nhất–cao nhất', en: 'Least–greatest' },
  hairlineNote: { vi: 'Ghi chú {numbers}: {text}', en: 'Note {numbers}: {text}' },
  territoryAt: { vi: '{unit} {from}→{to}: {reason}', en: '{unit} {from}→{to}: {reason}' },
  mergerAt: {
    vi: 'Từ {date}: {units} tỉnh, thành phố, sau sáp nhập',
    en: 'Since {date}: {units} provinces and cities, after mergers',
  },
  interruptions: { vi: 'Chỗ đường đứt quãng', en: 'Where lines stop' },
  // Table
  trendTable: { vi: 'Số liệu từng kỳ: {what}', en: 'Figures of each period: {what}' },
  simulatedIs: { vi: 'mô phỏng {rank}/{of}', en: 'simulated {rank} of {of}' },
  estimatedFrom: { vi: 'ước tính, {low}–{high}', en: 'estimated, {low}–{high}' },
  unchanged: {
    vi: '{name} {periods}: cùng địa giới, điểm và thứ hạng như đã công bố cho {units}.',
    en: '{name} {periods}: the same territory, score and rank as published of {units}.',
  },
  constituents: {
    vi: '{name} {periods}: ước tính, trung bình không trọng số của {units}; không cơ quan công bố nào nêu quy tắc gộp (suy ra).',
    en: '{name} {periods}: estimated, the unweighted mean of {units}; no publisher states a rule for merging (derived).',
  },
  'merged-unit': {
    vi: '{name} {periods}: ước tính, là điểm của cả {units} sau sáp nhập, không phải của riêng đơn vị này (suy ra).',
    en: '{name} {periods}: estimated, the score of the whole of {units} after the merger, not of this unit alone (derived).',
  },
  notGiven: { vi: 'không tính', en: 'not computed' },
  notInRelease: { vi: 'không có', en: 'not there' },
  csvLong: { vi: 'CSV', en: 'CSV' },
  csvWideScores: { vi: 'CSV ngang: điểm', en: 'Wide CSV: scores' },
  csvWideRanks: { vi: 'CSV ngang: thứ hạng', en: 'Wide CSV: ranks' },
  releasesShown: { vi: 'Đợt công bố', en: 'Releases' },
  recordedLast: {
    vi: '{count} đợt; lần ghi nhận mới nhất ở đây {at}',
    en: '{count} releases; the latest was recorded here {at}',
  },
  revisedIn: { vi: 'đã sửa: {periods}', en: 'revised: {periods}' },
  shown: { vi: 'Đang hiện', en: 'Shown' },
} as const satisfies Dictionary;
