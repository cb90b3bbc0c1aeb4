import type { Dictionary } from './dictionary.ts';

/** Words of the simulation. */
export const SIMULATION = {
  simulationTitle: {
    vi: 'Mô phỏng {what} — nếu {unit} có điểm khác',
    en: 'Simulation of {what} — if {unit} scored otherwise',
  },
  noUnit: { vi: 'một tỉnh', en: 'a province' },
  simulationAbout: {
    vi: 'Mô phỏng từ số liệu đã công bố; không có gì ở đây được công bố.',
    en: 'Simulated from published figures; nothing here is published.',
  },
  chooseFirst: { vi: 'Chọn tỉnh, thành phố để mô phỏng.', en: 'Choose a province to simulate.' },
  othersSwitch: { vi: 'Các đơn vị khác', en: 'The others' },
  othersFixed: { vi: 'giữ nguyên điểm', en: 'keep their scores' },
  othersTrend: { vi: 'đi tiếp theo xu hướng', en: 'follow their trend' },
  sliders: { vi: 'Điểm thành phần giả định', en: 'Supposed components' },
  publishedScore: { vi: 'công bố {score}', en: 'published {score}' },
  supposedChange: { vi: 'giả định {change}', en: 'supposed {change}' },
  typeWithin: {
    vi: 'từ {low} đến {high}, nhiều nhất {decimals} số lẻ',
    en: 'from {low} to {high}, with {decimals} decimals at most',
  },
  typeNumber: { vi: 'một số, nhiều nhất {decimals} số lẻ', en: 'a number with {decimals} decimals at most' },
  takeBack: { vi: 'bỏ', en: 'take back' },
  aloneNeeds: { vi: 'riêng thành phần này cần {score}', en: 'alone it needs {score}' },
  aloneCannot: { vi: 'riêng thành phần này không thể', en: 'alone it cannot' },
  nothingToSimulate: {
    vi: 'Kỳ này chưa có điểm thành phần nào của {unit}, nên không có gì để mô phỏng. Chọn kỳ hoặc chỉ số khác ở trên.',
    en: 'No component of {unit} is known for this period, so there is nothing to simulate. Choose another period or index above.',
  },
  nothingToStartFrom: {
    vi: 'chưa có điểm để giả định từ đó; thiếu không phải là 0',
    en: 'no score to start from; missing is not zero',
  },
  resultIs: {
    vi: 'Mô phỏng: {unit} {score} điểm ({change}), hạng mô phỏng {rank} thay vì hạng tính toán {before}.',
    en: 'Simulated: {unit} {score} points ({change}), simulated rank {rank} instead of the computed {before}.',
  },
  simulating: { vi: 'Đang mô phỏng …', en: 'Simulating …' },
  simulatedRanking: { vi: 'Bảng xếp hạng mô phỏng', en: 'Simulated ranking' },
  simulatedRankColumn: { vi: 'Hạng mô phỏng', en: 'Simulated rank' },
  simulatedScore: { vi: 'Điểm mô phỏng', en: 'Simulated score' },
  inputs: { vi: 'Các giả định', en: 'What is supposed' },
  nothingSupposed: {
    vi: 'Chưa giả định gì: kéo thanh trượt, hoặc gõ điểm.',
    en: 'Nothing is supposed yet: move a slider, or type a score.',
  },
  noInputs: { vi: 'Không giả định gì.', en: 'Nothing is supposed.' },
  supposedIs: { vi: '{unit}, {component}: {before} → {after}', en: '{unit}, {component}: {before} → {after}' },
  resetAll: { vi: 'Đặt lại tất cả', en: 'Reset all' },
  copySimulation: { vi: 'Sao chép liên kết đến mô phỏng này', en: 'Copy link to this simulation' },
  residualStays: {
    vi: 'Phần dư của {unit} giữ nguyên: {residual} điểm.',
    en: 'The residual of {unit} stays: {residual} points.',
  },
  trendSince: {
    vi: 'Xu hướng: mỗi đơn vị khác lặp lại thay đổi của mình từ {period}.',
    en: 'Trend: each of the others repeats its own change since {period}.',
  },
} as const satisfies Dictionary;
