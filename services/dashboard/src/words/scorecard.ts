import type { Dictionary } from './dictionary.ts';

/** Words of a province's own scorecard (CCHC). */
export const SCORECARD = {
  scorecards: { vi: 'CCHC', en: 'CCHC' },
  scorecardTitle: { vi: '{what}, {unit} — dẫn đầu: {leaders}', en: '{what}, {unit} — in front: {leaders}' },
  ofUnknownTitle: {
    vi: '{what} — {unit} hạng {rank}, chưa rõ trên bao nhiêu đơn vị ({score} điểm)',
    en: '{what} — {unit} ranks {rank}, of how many is not known ({score} points)',
  },
  ofUnknownTitleNoScore: {
    vi: '{what} — {unit} hạng {rank}, chưa rõ trên bao nhiêu đơn vị',
    en: '{what} — {unit} ranks {rank}, of how many is not known',
  },
  leader: { vi: '{unit} ({score})', en: '{unit} ({score})' },
  scorecardPlain: { vi: '{what}, {unit}', en: '{what}, {unit}' },
  scorecardNone: { vi: 'CCHC {period}, {unit} — chưa có đợt công bố', en: 'CCHC {period}, {unit} — nothing announced' },
  scorecardNonePeriodless: { vi: 'CCHC, {unit} — chưa có đợt công bố', en: 'CCHC, {unit} — nothing announced' },
  noScorecardAt: {
    vi: 'Chưa có kết quả CCHC kỳ {period} của {unit} ở đây. Chọn kỳ khác ở dưới.',
    en: 'There is no CCHC result of {unit} for {period} here. Choose another period below.',
  },
  noScorecards: {
    vi: 'Chưa có kết quả CCHC nào của {unit} ở đây. Các tỉnh, thành phố đã có:',
    en: 'There are no CCHC results of {unit} here. These provinces have some:',
  },
  otherProvinces: { vi: 'Tỉnh khác', en: 'Other provinces' },
  editionOf: { vi: '{set}, {edition}', en: '{set}, {edition}' },
  mainEdition: { vi: 'bản chính', en: 'main edition' },
  decisionLine: {
    vi: '{publisher}: {document}, {date}; {signatory}.',
    en: '{publisher}: {document}, {date}; {signatory}.',
  },
  documentIs: { vi: 'văn bản {document}', en: 'document {document}' },
  documentUnknown: { vi: 'chưa rõ số văn bản', en: 'number of the document not known' },
  signedBy: { vi: 'người ký: {signatory}', en: 'signed by {signatory}' },
  signatoryUnknown: { vi: 'chưa rõ người ký', en: 'signatory not known' },
  populationIs: {
    vi: '{population} đơn vị; có điểm công bố: {scored}.',
    en: '{population} units; with a published score: {scored}.',
  },
  populationUnknown: {
    vi: 'Không rõ số đơn vị được đánh giá; có điểm công bố: {scored}.',
    en: 'It is not known how many units were assessed; with a published score: {scored}.',
  },
  gradeCountsPublished: { vi: 'Xếp loại theo công bố: {counts}.', en: 'Grades as announced: {counts}.' },
  gradeCountsComputed: { vi: 'Xếp loại tính toán: {counts}.', en: 'Computed grades: {counts}.' },
  gradeCountsUnknown: { vi: 'Chưa rõ xếp loại.', en: 'Grades are not known.' },
  rankAt: { vi: 'Hạng {period}', en: 'Rank {period}' },
  scoreAt: { vi: 'Điểm {period}', en: 'Score {period}' },
  gradeAt: { vi: 'Xếp loại {period}', en: 'Grade {period}' },
  besides: {
    vi: 'Số liệu {period} đặt bên cạnh, không so sánh: {reason}.',
    en: 'Figures of {period} stand beside, not compared: {reason}.',
  },
  noEarlier: { vi: 'Ở đây chưa có kỳ nào trước đó.', en: 'There is no earlier period here.' },
  tableOfGroup: { vi: '{what}, {group}', en: '{what}, {group}' },
  partsOf: { vi: '{unit}: điểm từng thành phần', en: '{unit}: score of each component' },
  onlyTotal: {
    vi: 'Đợt công bố này chỉ có điểm tổng, không có điểm từng lĩnh vực, tiêu chí.',
    en: 'This release has the total only, no areas and criteria.',
  },
  partColumn: { vi: 'Lĩnh vực, tiêu chí', en: 'Area, criterion' },
  maximumColumn: { vi: 'Tối đa', en: 'Maximum' },
  noSuchUnit: { vi: 'không nêu', en: 'not listed' },
  overviewOf: { vi: 'Tổng quan {unit}', en: 'Overview of {unit}' },
  targetsOf: { vi: 'Chỉ tiêu của {unit}', en: 'Targets of {unit}' },
  notice: { vi: 'Thông báo kết quả (DOCX)', en: 'Notice of results (DOCX)' },
  annex: { vi: 'Phụ lục xếp hạng (DOCX)', en: 'Annex with the ranking (DOCX)' },
  template: { vi: 'Biểu mẫu nhập (XLSX)', en: 'Template to fill in (XLSX)' },
  // Stages
  stages: { vi: 'Tự chấm và thẩm định', en: 'Self-scored and appraised' },
  stagesNeedSignIn: {
    vi: 'Điểm tự chấm, thẩm định không công khai; người được giao nạp hoặc công bố số liệu của tỉnh xem được khi đăng nhập.',
    en: 'Self-scored and appraised points are not public; those who put in or publish the province’s figures see them when signed in.',
  },
  stagesNeedScope: {
    vi: 'Mã truy cập không có quyền xem điểm tự chấm, thẩm định (releases:write hoặc releases:publish).',
    en: 'The token does not allow a look at self-scored and appraised points (releases:write or releases:publish).',
  },
  revisionIs: {
    vi: 'Bản {revision} ({status}), ghi nhận {at}.',
    en: 'Revision {revision} ({status}), recorded {at}.',
  },
  'revision-draft': { vi: 'dự thảo, chưa công bố', en: 'draft, not published' },
  'revision-published': { vi: 'đã công bố', en: 'published' },
  'revision-superseded': { vi: 'đã được thay', en: 'superseded' },
  noRevision: {
    vi: 'Chưa có bản dự thảo nào của kỳ này. Tải biểu mẫu, điền, rồi nạp ở trang Đợt công bố.',
    en: 'There is no draft for this period. Take the template, fill it in, and send it on the Releases page.',
  },
  noStages: {
    vi: 'Bản này chỉ có kết quả, không có điểm tự chấm và thẩm định.',
    en: 'This revision has results only, no self-scored and appraised points.',
  },
  noStagesHere: {
    vi: 'Thành phần này không có điểm tự chấm, thẩm định riêng. Các thành phần có:',
    en: 'This component has no self-scored or appraised points of its own. These have:',
  },
  stagesOf: { vi: '{what}: các bước đánh giá', en: '{what}: stages of the evaluation' },
  appraisalDifference: { vi: 'Chênh lệch', en: 'Difference' },
  appraisalDifferenceAbout: {
    vi: 'Kết quả (hoặc lần thẩm định cuối) trừ điểm tự chấm; tính toán',
    en: 'Result (or the last appraisal) less the self-scored points; computed',
  },
  noScoreGiven: { vi: 'chưa có', en: 'none' },
} as const satisfies Dictionary;
