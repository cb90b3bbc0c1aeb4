import type { Fact } from '@chi-so/domain/certainty';
import type { Component, FactName, Index, Methodology } from '@chi-so/domain/methodology';

/** The catalogue as a guide for planners: `docs/methodology.md` is what this makes of the shipped indices. */
export const methodologyGuide = (indices: readonly { index: Index; methodologies: Methodology[] }[]): string =>
  [
    '# Các chỉ số và phương pháp · Indices and methodologies',
    '',
    '*Tệp này được tạo từ danh mục (`npm run docs`), đừng sửa tay. Made from the catalogue; do not edit by hand.*',
    '',
    'Dấu · Marks: **✔** đã xác nhận (confirmed: đơn vị công bố nêu, hoặc tính lại đúng từ tệp của họ) · **≈** suy ra hoặc do nguồn khác nêu (derived) · **?** chưa biết (unknown): không dùng làm quy tắc.',
    '',
    ...indices.map(({ index }) => `- [${index.name_vi}](#${index.index})`),
    '',
    ...indices.flatMap(({ index, methodologies }) => [
      ...aboutIndex(index),
      ...methodologies.flatMap(aboutMethodology),
    ]),
  ].join('\n');

const aboutIndex = (index: Index): string[] => [
  `<a id="${index.index}"></a>`,
  '',
  `## ${index.name_vi}`,
  '',
  `*${index.name_en}* · ${index.publisher_vi} · \`${index.index}\``,
  '',
  index.calendar
    ? `Lịch công bố (≈): tháng ${index.calendar.month_from}–${index.calendar.month_to}${index.calendar.lag_years > 0 ? ' năm sau' : ''}. ${index.calendar.source}.`
    : 'Lịch công bố: chưa biết (?).',
  '',
];

const aboutMethodology = (methodology: Methodology): string[] => {
  const { period_from, period_to, components, facts } = methodology;
  return [
    `### ${methodology.name_vi}`,
    '',
    `*${methodology.name_en}* · \`${methodology.methodology}\` · kỳ ${period_from}–${period_to ?? 'nay'}${methodology.unit_set ? ` · ${methodology.unit_set}` : ''}`,
    '',
    `- ${AGGREGATION[methodology.aggregation.kind]} ${mark(facts.aggregation)}`,
    `- ${ranking(methodology)} ${mark(facts.ranks)}`,
    `- ${grading(methodology)} ${mark(facts.grades)}`,
    ...methodology.comparisons.map(
      ({ with: other, components: about, verdict, reason_vi }) =>
        `- So với \`${other}\`${about ? ` (${about.join(', ')})` : ''}: ${VERDICT[verdict]}. ${reason_vi}.`,
    ),
    '',
    '| thành phần · component | English | trọng số | thang điểm |',
    '|---|---|---|---|',
    ...components.map(
      (component) =>
        `| ${indent(component, components)}${component.name_vi} \`${component.component}\` | ${component.name_en} | ${weight(component)} | ${scale(component)} |`,
    ),
    '',
    ...Object.entries(facts).map(([name, fact]) => `- ${FACT[name as FactName]} ${mark(fact)} ${fact.source}`),
    '',
  ];
};

const MARKS = { confirmed: '**✔**', derived: '**≈**', unknown: '**?**' };
const mark = ({ certainty }: Fact): string => MARKS[certainty];

const FACT: Record<FactName, string> = {
  validity: 'Kỳ áp dụng:',
  components: 'Thành phần:',
  weights: 'Trọng số:',
  scale: 'Thang điểm:',
  aggregation: 'Cách tổng hợp:',
  ranks: 'Xếp hạng:',
  ties: 'Đồng hạng:',
  grades: 'Xếp loại:',
  extent: 'Phạm vi công bố:',
};

const AGGREGATION: Record<Methodology['aggregation']['kind'], string> = {
  'weighted-sum': 'Tổng điểm = hệ số × Σ trọng số × điểm thành phần.',
  sum: 'Tổng điểm là tổng của các thành phần.',
  points: 'Điểm tiêu chí cộng dồn theo cây, trong mức trần; tiêu chí không áp dụng được trừ khỏi điểm tối đa.',
  unknown: 'Cách tổng hợp chưa biết.',
};

const VERDICT = {
  comparable: 'so sánh được',
  'rank-only': 'chỉ so sánh thứ hạng',
  'not-comparable': 'không so sánh được',
};

const ranking = ({ publisher_ranks, ranked_groups, rank_by, top_only }: Methodology): string => {
  const groups = ranked_groups.includes('all') ? 'tất cả đơn vị' : `từng khối (${ranked_groups.join(', ')})`;
  const by = rank_by === 'percent' ? ' theo tỷ lệ phần trăm' : '';
  const top = top_only ? ` Từ kỳ ${top_only.from} chỉ công bố ${top_only.count} đơn vị đứng đầu.` : '';
  return publisher_ranks
    ? `Xếp hạng ${groups}${by}.${top}`
    : `Cơ quan công bố không xếp hạng từng đơn vị; thứ hạng ở đây là tính toán.${top}`;
};

const GRADING: Record<Methodology['grading'], string> = {
  thresholds: 'Xếp loại theo ngưỡng',
  quartiles: 'Bốn nhóm theo tứ phân vị của từng năm',
  'yearly-groups': 'Nhóm chia lại mỗi năm, không có ngưỡng cố định',
  none: 'Không xếp loại',
  unknown: 'Xếp loại: chưa biết',
};

const grading = ({ grading: kind, grades }: Methodology): string => {
  const bands = grades.map(({ group, bands: of }) => {
    const names = of.map(({ grade, from }) => (from === null ? grade : `${grade} từ ${from}`)).join('; ');
    return group === 'all' ? names : `${group}: ${names}`;
  });
  return `${GRADING[kind]}${bands.length > 0 ? ` (${bands.join(' | ')})` : ''}.`;
};

const indent = ({ parent }: Component, components: readonly Component[]): string => {
  let depth = 0;
  for (let at = parent; at; at = components.find(({ component }) => component === at)?.parent ?? null) depth++;
  return depth > 1 ? '&nbsp;&nbsp;'.repeat(depth - 1) : '';
};

const weight = ({ weight: share }: Component): string =>
  share === null ? '' : `${(share * 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })} %`;

const scale = ({ minimum, maximum, maxima = {} }: Component): string => {
  if (minimum === null && maximum === null) return '?';
  const number = (value: number | null) =>
    value === null ? '?' : value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
  const others = Object.entries(maxima).map(([group, value]) => `; ${group}: ${number(value)}`);
  return `${number(minimum)}–${number(maximum)}${others.join('')}`;
};
