/**
 * What a province wants of its indices (chỉ tiêu, kế hoạch nâng hạng): for one unit and one period, which component is to
 * reach what, who answers for it, and until when. A plan says what is wanted; how far it has come is computed each time.
 */

/**
 * Four kinds of target (from provincial plans; the list is derived). `score`: points, at least (or at most, where lower is
 * better). `rank`: this place or a better one. `grade`: this grade (xếp loại) or band (nhóm) of the methodology, or a better
 * one. `top-share`: among the best so many percent of those that are ranked.
 */
export const TARGET_KINDS = ['score', 'rank', 'grade', 'top-share'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What the office itself reports of its work. It is never mixed with the state, which follows from published figures. */
export const ACTION_STATUSES = ['not-started', 'in-progress', 'done', 'stopped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** One line of a plan. */
export type TargetRow = {
  index: string;
  edition: string;
  component: string;
  /** The group (khối) in which the rank or the grade counts; null: the one that the methodology ranks the unit in. */
  group: string | null;
  target_kind: TargetKind;
  /** Points, a place, percent of the ranked units; the name of the grade where that is the kind. */
  target: number | string;
  /** Who answers for it (cơ quan chủ trì), as the plan writes it. */
  office: string;
  /** What is to be done (nhiệm vụ, giải pháp). */
  action: string | null;
  /** The last day (ISO 8601), in Vietnam; null where the plan names none. */
  deadline: string | null;
  action_status: ActionStatus;
  note: string | null;
};

/** The fields of a row, in the order of every file. */
export const TARGET_FIELDS = [
  'index',
  'edition',
  'component',
  'group',
  'target_kind',
  'target',
  'office',
  'action',
  'deadline',
  'action_status',
  'note',
] as const satisfies readonly (keyof TargetRow)[];

/** What a plan says of itself. */
export type TargetPlanHead = {
  /** Such as "Kế hoạch nâng hạng chỉ số PCI năm 2020". */
  title: string;
  /** Number of the document (số văn bản). */
  document: string | null;
  /** The day on which the plan was signed (ISO 8601). */
  issued_on: string | null;
  /** The period that the way is measured from (kỳ gốc); null: the nearest earlier published one. */
  baseline_period: string | null;
};

/** A plan without whose it is and which version. */
export type TargetPlan = TargetPlanHead & { rows: TargetRow[] };

/** A row with its place in the file: for findings, never kept. */
export type PlacedTarget = TargetRow & {
  /** Row of the sheet or line of the file; position in a JSON list, from 1. */
  row: number;
  sheet?: string | null;
  /** Letters of the columns in which the fields stand. */
  at?: Partial<Record<keyof TargetRow, string>>;
};

/** The plan as it is kept. Named one by one: equal plans are equal byte for byte, however they came. */
export const planOf = (
  { title, document, issued_on, baseline_period }: TargetPlanHead,
  rows: readonly PlacedTarget[],
): TargetPlan => ({
  ...{ title, document, issued_on, baseline_period },
  rows: rows.map(({ index, edition, component, group, target_kind, target, office, ...row }) => {
    const { action, deadline, action_status, note } = row;
    // An empty text says nothing, and a sheet would give it back as a blank cell.
    const says = { action: action || null, deadline, action_status, note: note || null };
    return { index, edition, component, group, target_kind, target, office, ...says };
  }),
});
