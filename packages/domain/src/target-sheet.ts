import { MAIN_EDITION } from './identity.ts';
import { TARGET_FIELDS, type TargetPlanHead, type TargetRow } from './target-plan.ts';
import { FIELD_WORDS, KIND_WORDS, STATUS_WORDS } from './target-words.ts';
import type { TemplateCell, TemplateSheet } from './template.ts';
import type { Unit } from './unit-set.ts';

/**
 * A plan as the sheet that planners fill in and send back: ids above, Vietnamese heads below them, then the plan's own
 * `# key: value` lines, its rows, and the components that it says nothing of yet. What is left blank is no row.
 */

/** Keys of the plan's own lines. `unit`, `period` and `version` say which plan the sheet was made from. */
export const PLAN_KEYS = [
  'unit',
  'period',
  'version',
  'title',
  'document',
  'issued_on',
  'baseline_period',
  'reason',
] as const;
export type PlanKey = (typeof PLAN_KEYS)[number];

/** The column that only tells a person what a component is. */
export const DESCRIBED = 'component_name';
export const DESCRIBED_IN_WORDS = 'Chỉ số thành phần';

/** A component that may have a target. */
export type ListedComponent = { index: string; component: string; name_vi: string; level: number };

export type PlanSheetInput = {
  unit: Pick<Unit, 'unit' | 'name_vi'>;
  period: string;
  /** 0 where there is no plan yet. */
  version: number;
  /** Null where there is no plan yet. */
  plan: (TargetPlanHead & { rows: readonly TargetRow[] }) | null;
  components: readonly ListedComponent[];
  /** Names of the components of the plan's own rows, in Vietnamese. */
  nameOf: (index: string, component: string) => string;
  /** Grades by index, best first: what a target of that kind may say. */
  grades: ReadonlyMap<string, readonly string[]>;
};

/** The sheet to fill in, and one that says how. */
export const planSheets = (input: PlanSheetInput): TemplateSheet[] => [
  {
    name: 'Chỉ tiêu',
    rows: [
      COLUMNS.map((name) => cell(name, 'id')),
      COLUMNS.map((name) => cell(name === DESCRIBED ? DESCRIBED_IN_WORDS : FIELD_WORDS[name].vi, 'head')),
      ...lines(input),
      ...(input.plan?.rows ?? []).map((row) => filled(row, input.nameOf(row.index, row.component))),
      ...input.components.map(blank),
    ],
    widths: [12, 10, 20, 44, 12, 16, 14, 30, 44, 12, 16, 40],
    frozen: { rows: 2, columns: 4 },
  },
  { name: 'Hướng dẫn', rows: guide(input.grades), widths: [24, 90], frozen: { rows: 0, columns: 0 } },
];

const COLUMNS = TARGET_FIELDS.flatMap((field) => (field === 'component' ? [field, DESCRIBED] : [field])) as (
  | keyof TargetRow
  | typeof DESCRIBED
)[];

const filled = (row: TargetRow, name: string): TemplateCell[] =>
  COLUMNS.map((column) => {
    if (column === DESCRIBED) return cell(name, 'name');
    if (column === 'target_kind') return cell(KIND_WORDS[row.target_kind].vi, 'input');
    if (column === 'action_status') return cell(STATUS_WORDS[row.action_status].vi, 'input');
    return cell(row[column], IDS.includes(column) ? 'id' : 'input');
  });

const IDS: readonly string[] = ['index', 'edition', 'component'] satisfies (keyof TargetRow)[];

const blank = ({ index, component, name_vi, level }: ListedComponent): TemplateCell[] =>
  COLUMNS.map((column) => {
    if (column === DESCRIBED) return { ...cell(name_vi, 'name'), indent: level };
    if (column === 'index') return cell(index, 'id');
    if (column === 'edition') return cell(MAIN_EDITION, 'id');
    return column === 'component' ? cell(component, 'id') : cell(null, 'input');
  });

const lines = ({ unit, period, version, plan }: PlanSheetInput): TemplateCell[][] => {
  const values: Record<PlanKey, [value: string | null, hint: string]> = {
    unit: [unit.unit, unit.name_vi],
    period: [period, 'Kỳ của kế hoạch'],
    version: [String(version), 'Bản mà tệp này được làm từ đó; không sửa'],
    title: [plan?.title ?? null, 'Tên kế hoạch (bắt buộc)'],
    document: [plan?.document ?? null, 'Số, ký hiệu văn bản'],
    issued_on: [plan?.issued_on ?? null, 'Ngày ban hành: 2020-02-15'],
    baseline_period: [plan?.baseline_period ?? null, 'Kỳ gốc; bỏ trống: kỳ đã công bố gần nhất trước kỳ của kế hoạch'],
    reason: [null, 'Lý do sửa kế hoạch'],
  };
  return PLAN_KEYS.map((key) => {
    const [value, hint] = values[key];
    return [
      cell(`# ${key}: ${value ?? ''}`.trim(), 'line'),
      ...HINT_GAP.map(() => cell(null, 'line')),
      cell(hint, 'hint'),
    ];
  });
};

/** Beside a line the cell is left free: some write the value there. */
const HINT_GAP = [1, 2];

const guide = (grades: PlanSheetInput['grades']): TemplateCell[][] => {
  const line = (name: string, text: string) => [cell(name, 'head'), cell(text, 'line')];
  return [
    line(
      FIELD_WORDS.target_kind.vi,
      Object.values(KIND_WORDS)
        .map(({ vi }) => vi)
        .join(' | '),
    ),
    line(KIND_WORDS.score.vi, 'Số điểm cần đạt, theo thang điểm của chỉ số'),
    line(KIND_WORDS.rank.vi, 'Thứ hạng cần đạt hoặc tốt hơn'),
    line(KIND_WORDS.grade.vi, 'Tên xếp loại hoặc nhóm, đúng như cơ quan công bố gọi'),
    line(KIND_WORDS['top-share'].vi, 'Trong nhóm bao nhiêu phần trăm dẫn đầu; 25 là một phần tư đứng đầu'),
    line(
      FIELD_WORDS.action_status.vi,
      Object.values(STATUS_WORDS)
        .map(({ vi }) => vi)
        .join(' | '),
    ),
    line(FIELD_WORDS.deadline.vi, 'Ngày cuối cùng: 2020-12-31 hoặc 31/12/2020'),
    line('Dòng trống', 'Dòng không điền gì ngoài mã thì không phải là chỉ tiêu'),
    ...[...grades]
      .filter(([, names]) => names.length > 0)
      .map(([index, names]) => line(`Nhóm của ${index}`, names.join(' | '))),
  ];
};

const cell = (value: TemplateCell['value'], style: TemplateCell['style']): TemplateCell => ({ value, style });
