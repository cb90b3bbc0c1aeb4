import type { Dictionary } from './dictionary.ts';

/** Words of a unit in the components of an index: how it stands in each, in which it moved, where points are lost, who is like it. */
export const COMPONENTS = {
  seeComponents: { vi: 'Thành phần của {unit}', en: 'Components of {unit}' },
  components: { vi: 'Thành phần', en: 'Components' },
  toSimulation: { vi: 'Mô phỏng từ các điểm này', en: 'Simulate from these figures' },
  toRanking: { vi: 'Bảng xếp hạng', en: 'Ranking' },
  componentsTitle: {
    vi: '{what} — {unit} mạnh nhất ở {best} (hạng {bestRank}/{bestOf}), yếu nhất ở {worst} (hạng {worstRank}/{worstOf})',
    en: '{what} — {unit} is strongest in {best} (rank {bestRank} of {bestOf}), weakest in {worst} (rank {worstRank} of {worstOf})',
  },
  componentsComputedTitle: {
    vi: '{what} — {unit} theo thứ hạng tính toán mạnh nhất ở {best} ({bestRank}/{bestOf}), yếu nhất ở {worst} ({worstRank}/{worstOf})',
    en: '{what} — {unit} is by computed rank strongest in {best} ({bestRank} of {bestOf}), weakest in {worst} ({worstRank} of {worstOf})',
  },
  componentsPlainTitle: { vi: '{what} — các thành phần của {unit}', en: '{what} — components of {unit}' },
  totalIs: { vi: 'Tổng điểm {score}', en: 'Total {score}' },
  noComponents: {
    vi: 'Đợt công bố này chỉ có tổng điểm, không có điểm thành phần. Chọn chỉ số hoặc kỳ khác ở trên.',
    en: 'This release has totals only, no components. Choose another index or period above.',
  },
  unitNotThere: {
    vi: 'Đợt công bố này không có {unit}. Chọn chỉ số hoặc kỳ khác ở trên, hoặc chọn tỉnh khác.',
    en: 'This release does not have {unit}. Choose another index or period above, or another province.',
  },
  // Dumbbells
  dumbbells: { vi: 'Từng thành phần so với các đơn vị khác', en: 'Each component beside the others' },
  dumbbellsOf: {
    vi: 'Biểu đồ {count} thành phần: điểm của đơn vị, điểm kỳ trước, trung vị, trung bình vùng và đơn vị dẫn đầu, mỗi thành phần trên thang riêng. Các số có trong bảng bên dưới.',
    en: 'Chart of {count} components: the unit’s score, that of the period before, median, mean of the region and leader, each component on its own scale. The figures are in the table below.',
  },
  dumbbellsAbout: {
    vi: 'Trung vị, trung bình vùng tính ở đây từ điểm đã công bố.',
    en: 'Median and mean of the region are computed here from the published scores.',
  },
  dumbbellsComputed: { vi: 'Hạng thành phần là thứ hạng tính toán.', en: 'Ranks of components are computed here.' },
  dumbbellMedian: { vi: 'trung vị tính toán', en: 'computed median' },
  dumbbellRegion: { vi: 'trung bình vùng tính toán', en: 'computed mean of the region' },
  dumbbellRegionOf: { vi: 'trung bình tính toán của {region}', en: 'computed mean of {region}' },
  dumbbellFirst: { vi: 'đơn vị dẫn đầu thành phần', en: 'leader of the component' },
  dumbbellRank: { vi: 'hạng {rank}/{of}', en: 'rank {rank} of {of}' },
  dumbbellComputedRank: { vi: 'hạng tính toán {rank}/{of}', en: 'computed rank {rank} of {of}' },
  dumbbellNoScale: { vi: 'không rõ thang điểm', en: 'scale not known' },
  figuresOfChart: { vi: 'Bảng số liệu của biểu đồ', en: 'Figures of the chart' },
  componentColumn: { vi: 'Thành phần', en: 'Component' },
  computedMedianColumn: { vi: 'Trung vị tính toán', en: 'Computed median' },
  regionColumn: { vi: 'Trung bình vùng tính toán', en: 'Computed mean of region' },
  firstColumn: { vi: 'Dẫn đầu', en: 'Leader' },
  scaleColumn: { vi: 'Thang điểm', en: 'Scale' },
  notComparedWith: {
    vi: '{components}: không so với {period} — {reason}',
    en: '{components}: not compared with {period} — {reason}',
  },
  // Waterfall
  whereMoved: { vi: 'Điểm thay đổi ở thành phần nào', en: 'In which components the score moved' },
  againstSwitch: { vi: 'So với', en: 'Against' },
  againstPeriod: { vi: 'kỳ {period}', en: '{period}' },
  againstMedian: { vi: 'trung vị', en: 'the median' },
  againstLeader: { vi: 'đơn vị dẫn đầu', en: 'the leader' },
  changeUp: { vi: 'Tăng {points} điểm so với {against}', en: 'Up {points} points since {against}' },
  changeDown: { vi: 'Giảm {points} điểm so với {against}', en: 'Down {points} points since {against}' },
  changeNone: { vi: 'Bằng điểm so với {against}', en: 'The same score as {against}' },
  aheadOf: { vi: 'Hơn {against} {points} điểm', en: '{points} points ahead of {against}' },
  behindOf: { vi: 'Kém {against} {points} điểm', en: '{points} points behind {against}' },
  changeParts: { vi: '{change}: {parts}', en: '{change}: {parts}' },
  mostUp: { vi: 'cao hơn nhiều nhất ở {component} ({points})', en: 'furthest up in {component} ({points})' },
  mostDown: { vi: 'thấp hơn nhiều nhất ở {component} ({points})', en: 'furthest down in {component} ({points})' },
  waterfallResidual: {
    vi: 'Phần dư (làm tròn, hoặc công thức không giải thích được)',
    en: 'Residual (rounding, or what the formula does not explain)',
  },
  waterfallUnexplained: {
    vi: 'Chưa phân rã được (thiếu điểm thành phần)',
    en: 'Not taken apart (components are missing)',
  },
  waterfallTotal: { vi: 'Tổng điểm {of}', en: 'Total of {of}' },
  waterfallOf: {
    vi: 'Biểu đồ thác nước từ {start} đến {end}, mỗi thanh là đóng góp của một thành phần. Các số có trong bảng bên dưới.',
    en: 'Waterfall from {start} to {end}, a bar for the contribution of each component. The figures are in the table below.',
  },
  referenceColumn: { vi: 'Đối chiếu', en: 'Reference' },
  differenceColumn: { vi: 'Chênh lệch', en: 'Difference' },
  coefficientColumn: { vi: 'Hệ số', en: 'Coefficient' },
  contributionColumn: { vi: 'Đóng góp', en: 'Contribution' },
  // Points lost
  lost: { vi: 'Điểm mất ở đâu', en: 'Where points are lost' },
  lostTitle: {
    vi: 'Mất nhiều điểm nhất ở {component}: {points} điểm của tổng điểm',
    en: 'Most points are lost in {component}: {points} points of the total',
  },
  targetSwitch: { vi: 'Mục tiêu', en: 'Target' },
  targetNext: { vi: 'lên một hạng', en: 'the next rank' },
  targetRank: { vi: 'hạng {rank}', en: 'rank {rank}' },
  targetMedian: { vi: 'trung vị cả nước', en: 'the median' },
  targetRegion: { vi: 'trung vị vùng', en: 'the median of the region' },
  needPoints: {
    vi: 'Cần thêm {points} điểm để đạt {score} điểm',
    en: '{points} more points are needed for a score of {score}',
  },
  needRank: {
    vi: 'Cần thêm {points} điểm để lên hạng {rank} ({score} điểm)',
    en: '{points} more points are needed for rank {rank} ({score} points)',
  },
  needOf: { vi: '{need}, bằng {unit}', en: '{need}, as {unit} has' },
  needNothing: { vi: 'Đã đạt mục tiêu này', en: 'This target is reached' },
  needOthersStay: { vi: ', nếu các đơn vị khác giữ nguyên.', en: ', if the others stay as they are.' },
  bestColumn: { vi: 'Tốt nhất có thể', en: 'Best possible' },
  lostAbout: {
    vi: 'Điểm của tổng điểm: hệ số × (điểm tốt nhất có thể − điểm)',
    en: 'Points of the total: coefficient × (best possible − score)',
  },
  aloneColumn: { vi: 'Nếu chỉ dựa vào thành phần này', en: 'By this component alone' },
  alone: { vi: 'cần {change}, thành {score}', en: '{change} is needed, to {score}' },
  aloneImpossible: { vi: 'không thể', en: 'not possible' },
  aloneUnknown: { vi: 'chưa rõ', en: 'not known' },
  // Peers by profile
  near: { vi: 'Ai giống ta', en: 'Who is like us' },
  nearTitle: { vi: 'Giống {unit} nhất: {others}', en: 'Most like {unit}: {others}' },
  distanceColumn: { vi: 'Khoảng cách', en: 'Distance' },
  distanceAbout: {
    vi: 'Khoảng cách giữa các thành phần, tính bằng điểm của tổng điểm',
    en: 'Between the components, in points of the total',
  },
  gapToMine: { vi: 'Hơn, kém ta', en: 'Ahead of us' },
  reportFile: { vi: 'Báo cáo (DOCX)', en: 'Report (DOCX)' },
  // Rank interval
  interval: { vi: 'Thứ hạng mô phỏng khi trọng số khác đi', en: 'Simulated ranks under other weights' },
  intervalTitle: {
    vi: 'Không phân biệt được với các hạng mô phỏng {from}–{to} khi trọng số khác đi',
    en: 'Not to be told from simulated ranks {from}–{to} under other weights',
  },
  intervalFirm: {
    vi: 'Hạng mô phỏng {rank} không đổi khi trọng số khác đi',
    en: 'Simulated rank {rank} stays under other weights',
  },
  intervalWithout: {
    vi: 'Đơn vị thiếu điểm thành phần của kỳ này nên không có khoảng hạng.',
    en: 'The unit lacks components of this period, so there is no interval of its rank.',
  },
  intervalIs: {
    vi: 'Cho mỗi trọng số khác đi trong ±{spread} %, {draws} lần mô phỏng giữa {count} đơn vị có đủ số liệu: hạng mô phỏng từ {low} đến {high} trong khoảng {from}–{to} % số lần. Đây là khoảng theo mô phỏng trọng số, không phải khoảng tin cậy của khảo sát.',
    en: 'With each weight drawn within ±{spread} %, {draws} times among the {count} units that have the figures: simulated ranks {low} to {high} in the {from}–{to} % interval of the draws. It is an interval under weights, no confidence interval of the survey.',
  },
  indistinct: { vi: 'Các đơn vị không phân biệt được ({count})', en: 'Units that are not to be told apart ({count})' },
  rankNow: { vi: 'Hạng tính toán', en: 'Computed rank' },
  intervalColumn: { vi: 'Khoảng hạng (mô phỏng)', en: 'Interval of ranks (simulated)' },
  // Foot of an analysis
  derivedHere: { vi: 'tính ở đây, không phải số liệu công bố', en: 'computed here, not published' },
  simulatedHere: { vi: 'mô phỏng, không phải số liệu công bố', en: 'simulated, not published' },
  figuresAre: { vi: 'Số liệu', en: 'Figures' },
  weightsRow: { vi: 'Trọng số', en: 'Weights' },
  weightsDerived: { vi: 'suy ra: {source}', en: 'derived: {source}' },
} as const satisfies Dictionary;
