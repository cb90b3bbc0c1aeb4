import { maximumIn } from './aggregate.ts';
import { ALL, type ReleaseId, TOTAL } from './identity.ts';
import type { Figure } from './layout.ts';
import type { Component, Index, Methodology, Part } from './methodology.ts';
import type { Reason, Stage, Status } from './score.ts';
import type { Unit, UnitSet } from './unit-set.ts';

/**
 * Templates: tables that planners fill in a spreadsheet and that go in again without any mapping, because every row and
 * column carries its id. The two header rows come first, so that they stay in sight while the rest scrolls; under them
 * stand the `# key: value` lines of the release layout, then the rows to fill.
 */

/** Units in rows and components in columns; or, for scorecards, criteria in rows and units in columns. */
export const TEMPLATE_FORMS = ['units', 'criteria'] as const;
export type TemplateForm = (typeof TEMPLATE_FORMS)[number];

/** Keys of lines that are about one sheet, not about the release. A sheet with `# template:` is of a template. */
export const TEMPLATE_KEYS = { form: 'template', group: 'group', stage: 'stage' } as const;

/** The first cell of a form's header of ids, and of the header of names. */
export const HEADER = {
  units: { ids: 'unit', names: 'Mã đơn vị', described: ['unit_name'] },
  criteria: { ids: 'component', names: 'Mã tiêu chí', described: ['component_name', 'part', 'maximum'] },
} as const satisfies Record<TemplateForm, { ids: string; names: string; described: readonly string[] }>;

/** Where points come from, as a scorecard's sheet says it. */
export const PART_NAMES: Record<Part, string> = {
  appraised: 'thẩm định',
  survey: 'điều tra XHH',
  bonus: 'điểm thưởng',
  penalty: 'điểm trừ',
};

/** In the place of the part: the row follows from the rows below it and may stay blank. */
const COMPUTED = 'tự tính';

export const STAGE_NAMES: Record<Stage | 'result', string> = {
  result: 'Kết quả',
  self: 'Tự chấm',
  'appraisal-1': 'Thẩm định 1',
  'appraisal-2': 'Thẩm định 2',
};

type Missing = { status: Status; reason: Reason };

/** What people write where there is no score. A blank cell says nothing at all. */
const MISSING_WORDS: readonly [Missing, readonly string[]][] = [
  [{ status: 'M', reason: 'not-applicable' }, ['không áp dụng', 'khong ap dung', 'kad', 'n/a', 'na']],
  [{ status: 'Q', reason: 'withheld' }, ['không công bố', 'khong cong bo']],
  [{ status: 'M', reason: 'unknown' }, ['-', '–', '—']],
];

/** What a word says instead of a score. */
export const missingOf = (text: string): Missing | undefined => {
  const word = text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return MISSING_WORDS.find(([, words]) => words.includes(word))?.[0];
};

export type TemplateCell = {
  value: string | number | null;
  /** `head`: a header. `id`, `name`: who and what, not to be changed. `line`, `hint`: about the release. */
  style: 'head' | 'id' | 'name' | 'line' | 'hint' | 'input' | 'computed';
  /** Levels below the total. */
  indent?: number;
};

export type TemplateSheet = {
  /** At most 31 characters, without those that a spreadsheet forbids; no two alike. */
  name: string;
  rows: TemplateCell[][];
  /** Of columns, in characters. */
  widths: number[];
  /** Rows and columns that stay in sight. */
  frozen: { rows: number; columns: number };
};

export type TemplateInput = {
  index: Index;
  release: ReleaseId;
  unitSet: UnitSet;
  methodology: Methodology;
  /** Only the units of this group; null: all. */
  group: string | null;
};

/** The sheets of a release's template. */
export const templateOf = (input: TemplateInput): TemplateSheet[] => {
  const { unitSet, group } = input;
  const units = unitSet.units.filter(({ groups }) => group === null || group === ALL || groups.includes(group));
  const sheets = formOf(input.methodology) === 'units' ? [unitsSheet(input, units)] : criteriaSheets(input, units);
  return sheets.map((sheet, i) => ({ ...sheet, name: sheetName(sheet.name, i, sheets) }));
};

/** A scorecard that says no more than its total is filled like any other index. */
export const formOf = ({ aggregation, components }: Methodology): TemplateForm =>
  aggregation.kind === 'points' && components.length > 1 ? 'criteria' : 'units';

/** Units in rows, components in columns; at the right what the publisher prints of the total besides its score. */
const unitsSheet = (input: TemplateInput, units: readonly Unit[]): TemplateSheet => {
  const { methodology, group } = input;
  const told = [...new Set(units.flatMap(({ groups }) => groups))];
  const components = componentsFor(methodology, told);
  const printed = printedFigures(methodology);
  return {
    name: titleOf(input),
    rows: [
      [
        cell(HEADER.units.ids, 'id'),
        ...HEADER.units.described.map((name) => cell(name, 'id')),
        ...components.map(({ component }) => cell(component, 'id')),
        ...printed.map((figure) => cell(headerOf(TOTAL, figure), 'id')),
      ],
      [
        cell(HEADER.units.names, 'head'),
        cell('Đơn vị', 'head'),
        ...components.map((component) => cell(nameWithMaximum(component, group === null ? [] : [group]), 'head')),
        ...printed.map((figure) => cell(FIGURE_NAMES[figure], 'head')),
      ],
      ...preamble(input, 'units'),
      ...units.map(({ unit, name_vi, groups }) => [
        cell(unit, 'id'),
        cell(name_vi, 'name'),
        ...components.map((component) => cell(null, existsFor(component, groups) ? 'input' : 'computed')),
        ...printed.map(() => cell(null, 'input')),
      ]),
    ],
    widths: [18, 30, ...components.map(() => 14), ...printed.map(() => 12)],
    frozen: { rows: 2, columns: 2 },
  };
};

/** A sheet for each league and stage: leagues may have other criteria and other maxima. */
const criteriaSheets = (input: TemplateInput, units: readonly Unit[]): TemplateSheet[] =>
  leaguesOf(input.methodology, units).flatMap((league, _i, leagues) =>
    (['result', ...input.methodology.stages] as const).map((stage) =>
      criteriaSheet(input, league, stage, leagues.length === 1),
    ),
  );

const criteriaSheet = (
  input: TemplateInput,
  { groups, units }: League,
  stage: Stage | 'result',
  isOnly: boolean,
): TemplateSheet => {
  const { methodology, unitSet } = input;
  const components = componentsFor(methodology, groups);
  const levels = new Map(components.map(({ component }) => [component, levelOf(component, components)]));
  const printed = stage === 'result' ? printedFigures(methodology) : [];
  const names = groups.map((group) => unitSet.groups.find((known) => known.group === group)?.name_vi ?? group);
  const leagueName = names.length > 0 ? names.join(', ') : isOnly ? 'Tất cả' : 'Khối khác';
  return {
    name: `${leagueName.slice(0, SHEET_NAME - STAGE_NAMES[stage].length - 3).trim()} – ${STAGE_NAMES[stage]}`,
    rows: [
      [
        cell(HEADER.criteria.ids, 'id'),
        ...HEADER.criteria.described.map((name) => cell(name, 'id')),
        ...units.map(({ unit }) => cell(unit, 'id')),
      ],
      [
        ...[HEADER.criteria.names, 'Tiêu chí', 'Nguồn điểm', 'Điểm tối đa'].map((name) => cell(name, 'head')),
        ...units.map(({ name_vi }) => cell(name_vi, 'head')),
      ],
      ...preamble(input, 'criteria', [
        [TEMPLATE_KEYS.group, groups.length > 0 ? groups.join('+') : ALL, leagueName],
        [TEMPLATE_KEYS.stage, stage, STAGE_NAMES[stage]],
      ]),
      ...components.map((component) => {
        const computed = isComputed(component, components);
        const part = computed ? COMPUTED : component.part ? PART_NAMES[component.part] : null;
        return [
          cell(component.component, 'id'),
          { ...cell(component.name_vi, 'name'), indent: levels.get(component.component) ?? 0 },
          cell(part, 'name'),
          cell(capOf(component, groups), 'name'),
          ...units.map(() => cell(null, computed ? 'computed' : 'input')),
        ];
      }),
      ...printed.map((figure) => [
        cell(headerOf(TOTAL, figure), 'id'),
        cell(FIGURE_NAMES[figure], 'name'),
        cell(null, 'name'),
        cell(null, 'name'),
        ...units.map(() => cell(null, 'input')),
      ]),
    ],
    widths: [18, 48, 14, 11, ...units.map(() => 14)],
    frozen: { rows: 2, columns: 2 },
  };
};

type League = { groups: string[]; units: Unit[] };

/**
 * Units that have the same criteria, maxima and ranking: those that belong to the same of the groups that the
 * methodology speaks of. Every unit is in one league.
 */
const leaguesOf = ({ ranked_groups, components }: Methodology, units: readonly Unit[]): League[] => {
  const told = new Set([
    ...ranked_groups,
    ...components.flatMap(({ groups = [], maxima = {} }) => [...groups, ...Object.keys(maxima)]),
  ]);
  // In the unit's own order: where two of its groups have a maximum, the first decides.
  const leagueOf = ({ groups }: Unit) => groups.filter((group) => told.has(group));
  const leagues = Map.groupBy(units, (unit) => leagueOf(unit).join('+'));
  if (leagues.size === 0) return [{ groups: [], units: [] }];
  return [...leagues.values()].map((members) => ({ groups: members[0] ? leagueOf(members[0]) : [], units: members }));
};

/** What exists for units of some groups, in the methodology's order with every node before its children. */
export const componentsFor = ({ components }: Methodology, groups: readonly string[]): Component[] => {
  const applying = components.filter((component) => existsFor(component, groups));
  const below = (parent: Component): Component[] => [
    parent,
    ...applying.filter((component) => component.parent === parent.component).flatMap(below),
  ];
  const ids = new Set(applying.map(({ component }) => component));
  return applying.filter(({ parent }) => parent === null || !ids.has(parent)).flatMap(below);
};

const existsFor = ({ groups: only }: Component, groups: readonly string[]): boolean =>
  only === undefined || only.some((group) => groups.includes(group));

const isComputed = ({ component }: Component, components: readonly Component[]): boolean =>
  components.some(({ parent }) => parent === component);

/** Levels between a component and the root, or the topmost of those given. */
export const levelOf = (component: string, components: readonly Component[]): number => {
  const parent = components.find((candidate) => candidate.component === component)?.parent;
  return parent ? 1 + levelOf(parent, components) : 0;
};

/** The most that a component can give in a group; of a penalty, the most that it can take. */
export const capOf = (component: Component, groups: readonly string[]): number | null =>
  component.part === 'penalty' ? component.minimum : maximumIn(component, groups);

const FIGURE_NAMES: Record<Figure, string> = {
  score: 'Điểm',
  rank_published: 'Thứ hạng (công bố)',
  grade_published: 'Xếp loại (công bố)',
};

const printedFigures = ({ publisher_ranks, grading }: Methodology): Figure[] => [
  ...(publisher_ranks ? (['rank_published'] as const) : []),
  ...(['thresholds', 'quartiles', 'yearly-groups'].includes(grading) ? (['grade_published'] as const) : []),
];

/** `total`, `total rank_published` */
const headerOf = (component: string, figure: Figure): string =>
  figure === 'score' ? component : `${component} ${figure}`;

/** What a header of ids says; the score where it names no other figure. */
export const readHeader = (header: string): { component: string; figure: Figure } => {
  const [component = '', figure] = header.trim().split(/\s+/u);
  return figure === 'rank_published' || figure === 'grade_published'
    ? { component, figure }
    : { component: header.trim(), figure: 'score' };
};

const nameWithMaximum = (component: Component, groups: readonly string[]): string => {
  const cap = capOf(component, groups);
  return cap === null ? component.name_vi : `${component.name_vi} (tối đa ${String(cap).replace('.', ',')})`;
};

/** The maximum that a header of names states; undefined where it states none. */
export const maximumOfName = (name: string): number | undefined => {
  const [, stated] = /\(tối đa (-?\d+(?:[.,]\d+)?)\)\s*$/u.exec(name.normalize('NFC')) ?? [];
  return stated === undefined ? undefined : Number(stated.replace(',', '.'));
};

/** The short name that publishers use: `PAR INDEX` of "Chỉ số cải cách hành chính (PAR INDEX)". */
const titleOf = ({ index: { name_vi }, release: { period } }: TemplateInput): string =>
  `${/\(([^()]+)\)\s*$/u.exec(name_vi)?.[1] ?? name_vi} ${period}`;

/** The release's lines: true as they stand as far as they can be; what only the user knows is left blank. */
const preamble = (
  input: TemplateInput,
  form: TemplateForm,
  own: readonly [key: string, value: string, hint: string][] = [],
): TemplateCell[][] => {
  const { release, methodology, index } = input;
  const lines: [key: string, value: string, hint?: string][] = [
    [TEMPLATE_KEYS.form, form, HOW_TO],
    ...own,
    ['index', release.index],
    ['period', release.period],
    ['unit_set', release.unit_set],
    ['edition', release.edition],
    ['methodology', methodology.methodology],
    ['title', titleOf(input)],
    ['publisher', index.publisher_vi],
    [
      'kind',
      'publisher',
      'Nguồn: publisher (cơ quan công bố), official, province (tỉnh), press (báo chí), compilation',
    ],
    ['certainty', 'unknown', 'Đã đối chiếu với văn bản gốc: confirmed; tính lại: derived; chưa: unknown'],
    ['document', '', 'Số, ký hiệu văn bản'],
    ['published_on', '', 'Ngày ban hành: 2025-04-06'],
    ['extent', 'complete', 'Mọi đơn vị: complete; chỉ tốp đầu: top; một phần: partial'],
  ];
  return lines.map(([key, value, hint]) => [
    cell(`# ${key}: ${value.replace(/\s+/gu, ' ')}`.trim(), 'line'),
    ...(hint ? [cell(null, 'line'), cell(hint, 'hint')] : []),
  ]);
};

const HOW_TO =
  'Điền điểm vào ô trống; không có điểm thì ghi: không áp dụng, không công bố, hoặc - (không rõ). Không sửa mã (ô xám).';

const cell = (value: TemplateCell['value'], style: TemplateCell['style']): TemplateCell => ({ value, style });

const SHEET_NAME = 31;

/** As a spreadsheet takes it; names that would be alike are numbered. */
const sheetName = (name: string, at: number, sheets: readonly { name: string }[]): string => {
  const plain = (given: string) =>
    given
      .replace(/[[\]:*?/\\']/gu, ' ')
      .slice(0, SHEET_NAME)
      .trim();
  const earlier = sheets.slice(0, at).filter((other) => plain(other.name).toLowerCase() === plain(name).toLowerCase());
  const number = earlier.length > 0 ? ` ${earlier.length + 1}` : '';
  return (
    plain(name)
      .slice(0, SHEET_NAME - number.length)
      .trim() + number
  );
};
