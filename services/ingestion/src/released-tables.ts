import { derivedTotals } from '@chi-so/domain/derived-total';
import { type Finding, finding } from '@chi-so/domain/finding';
import { MAIN_EDITION, TOTAL } from '@chi-so/domain/identity';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { ReleaseFile, ScoreRow } from '@chi-so/domain/release-file';
import type { Source } from '@chi-so/domain/score';
import type { PinnedUnitSet } from '@chi-so/domain/unit-set';
import { extractRows } from './layouts/extract.ts';
import type { GridReading } from './layouts/read-grid.ts';
import type { Recognised } from './layouts/recognise.ts';
import { extentSaid, requireIds, type Said, sourceSaid } from './said.ts';

/** A release that was read, with what the catalogue says of it and what there was to say while reading. */
export type ReadRelease = {
  file: ReleaseFile;
  methodology: PinnedMethodology;
  unitSet: PinnedUnitSet;
  findings: Finding[];
  /** How it was read: `release`, `template`, `json`, or the layout's id. */
  layout: string;
  sheet: string | null;
};

/** A recognised table as a release: its rows, and the source as far as table and sender tell it. */
export const releaseOfTables = (recognised: Recognised, said: Said): ReadRelease => {
  const { index, period, unitSet, names, methodology, layout, readings, findings } = recognised;
  const extracted = readings.map((reading) => extractRows(reading, methodology, names));
  const [main, ...supplements] = extracted;
  const rows = [...(main?.rows ?? [])];
  for (const { rows: more } of supplements) {
    const known = new Set(rows.map(({ component }) => component));
    rows.push(...more.filter(({ component }) => !known.has(component)));
  }
  const totals = derivedTotals(rows, methodology);
  const sheet = readings[0]?.grid.table.sheet ?? null;
  return {
    file: {
      release: requireIds({ index, period, unit_set: unitSet.unit_set, edition: said.edition ?? MAIN_EDITION }),
      methodology: methodology.methodology,
      source: { ...plainSource(recognised, said, sheet), ...sourceSaid(said) },
      announcement: {
        extent: extentSaid(said) ?? 'complete',
        component_extents: partialComponents(rows, totals),
        population: {},
        grade_counts: {},
        derived: totals.length > 0 ? { [TOTAL]: 'Nguồn không in điểm tổng: tính từ các chỉ số thành phần' } : {},
      },
      rows: [...rows, ...totals],
    },
    methodology,
    unitSet,
    findings: [
      ...findings,
      ...extracted.flatMap((one) => one.findings),
      ...readings.flatMap((reading) => remarks(reading)),
      ...(totals.length > 0 ? [derived(sheet)] : []),
    ],
    layout: layout?.layout ?? `${index}-names`,
    sheet,
  };
};

/** Ranks or grades of a component are not its scores: without a column of scores nothing is complete. */
const partialComponents = (rows: readonly ScoreRow[], totals: readonly ScoreRow[]): Record<string, 'partial'> => {
  const scored = new Set([...rows, ...totals].filter(({ score }) => score !== null).map(({ component }) => component));
  const all = new Set(rows.map(({ component }) => component));
  return Object.fromEntries(
    [...all].filter((component) => !scored.has(component)).map((component) => [component, 'partial']),
  );
};

const plainSource = (recognised: Recognised, { filename }: Said, sheet: string | null): Source => ({
  title: `${recognised.index.toUpperCase()} ${recognised.period}`,
  publisher: recognised.layout?.publisher ?? 'không rõ nơi công bố',
  // Where a file comes from cannot be told by its columns: whoever knows says kind=publisher.
  kind: 'compilation',
  certainty: 'unknown',
  document: null,
  published_on: null,
  signatory: null,
  url: null,
  notes: [`Đọc từ ${filename ? `tệp "${filename}"` : 'tệp gửi lên'}${sheet ? `, trang "${sheet}"` : ''}`],
});

/** What the columns leave to say. */
const remarks = ({ grid: { table }, axes, unmapped }: GridReading): Finding[] => {
  const { sheet } = table;
  const numbered = axes.flatMap(({ columns }) => columns.filter(({ byNumber }) => byNumber));
  return [
    ...(unmapped.length > 0 ? [unmappedColumns(sheet, unmapped)] : []),
    ...(numbered.length > 0
      ? [
          finding(
            'warning',
            'header-names',
            { sheet, column: numbered[0]?.at ?? null, value: numbered[0]?.header.slice(0, 100) ?? null },
            `${numbered.length} cột được hiểu theo số thứ tự, vì tên ghi ở đó không phải tên của kỳ này`,
            `${numbered.length} columns are understood by their numbers, since their names are not those of the period`,
          ),
        ]
      : []),
  ];
};

const MOST_NAMED = 10;

const unmappedColumns = (sheet: string | null, columns: GridReading['unmapped']): Finding => {
  const named = columns
    .slice(0, MOST_NAMED)
    .map(({ at, header }) => `${at} "${header.replace(/\s+/gu, ' ').slice(0, 50)}"`);
  const list = named.join('; ') + (columns.length > MOST_NAMED ? '; …' : '');
  return finding(
    'warning',
    'unmapped-column',
    { sheet, column: columns[0]?.at ?? null, value: columns.length },
    `${columns.length} cột có số nhưng không rõ là gì, không được đọc: ${list}`,
    `${columns.length} columns hold figures but nobody knows which, and are not read: ${list}`,
  );
};

const derived = (sheet: string | null): Finding =>
  finding(
    'info',
    'derived-total',
    { sheet },
    'Nguồn không in điểm tổng: tính từ các chỉ số thành phần và ghi là suy ra',
    'The source prints no total: it is computed from the components and marked as derived',
  );
