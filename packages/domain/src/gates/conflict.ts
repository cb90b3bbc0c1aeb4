import { type Finding, finding } from '../finding.ts';
import type { ScoreRow } from '../release-file.ts';
import type { Source } from '../score.ts';
import { capped } from './capped.ts';
import { columnsOf, type FileColumns, numbersOf, scoredRows } from './columns.ts';
import type { GateContext, ScoreColumns } from './context.ts';
import { namesIn } from './names.ts';
import { byPlace } from './order.ts';
import { isSame, precisionOf } from './precision.ts';
import { spotOf } from './spot.ts';

/**
 * Figures of the file against what is published for the same index, period and units: by this release, and by other
 * editions, which are second sources. Figures that rounding makes equal agree: 73.40 and 73.396484 do (derived rule).
 *
 * A copy does not overrule the original: where the release's published figures are the publisher's and the file is the press's, a
 * province's or a compilation's, a difference is an error. Otherwise it is a warning. A new file of the same kind of
 * source is an ordinary update: one warning says how much it changes, since somebody should mean it.
 */

const MOST_FINDINGS = 20;
const MOST_EXAMPLES = 3;

export const conflict = (context: GateContext): Finding[] => {
  const { file, published, editions } = context;
  const columns = columnsOf(file);
  const ofRelease = published ? againstPublished(context, columns, published) : [];
  return [
    ...ofRelease,
    ...editions.flatMap(({ edition, source, scores }) => {
      const differences = differencesOf(columns, scores);
      // An edition of its own is how two sources are kept side by side: somebody only has to mean it.
      return contradictions(context, differences, source, false, {
        vi: `ấn bản ${edition}`,
        en: `the edition ${edition}`,
      });
    }),
  ];
};

const againstPublished = (
  context: GateContext,
  columns: FileColumns,
  { source, scores, revision }: NonNullable<GateContext['published']>,
): Finding[] => {
  const differences = differencesOf(columns, scores);
  const isUpdate = rankOfKind(source) === rankOfKind(context.file.source);
  return [
    ...(isUpdate
      ? changes(context, differences, revision)
      : contradictions(context, differences, source, true, { vi: `bản ${revision}`, en: `revision ${revision}` })),
    ...drops(context, columns, scores, revision),
  ];
};

/** A publisher's own file and an official reprint are one kind of source. */
const rankOfKind = ({ kind }: Source): string => (kind === 'official' ? 'publisher' : kind);

type Difference = { row: ScoreRow; was: number };

const differencesOf = (columns: FileColumns, scores: ScoreColumns): Difference[] =>
  [...columns]
    .flatMap(([component, column]) => {
      const rows = scoredRows(column);
      const published = scores.get(component);
      const precisions = [precisionOf(rows.map(({ score }) => score)), precisionOf(numbersOf(published))] as const;
      return rows.flatMap((row) => {
        const was = published?.get(row.unit) ?? null;
        if (was === null || isSame(row.score, was, precisions)) return [];
        return [{ row, was }];
      });
    })
    .sort((a, b) => byPlace(a.row, b.row));

const contradictions = (
  context: GateContext,
  differences: readonly Difference[],
  source: Source,
  /** Whether the file would take the place of these figures: a copy may not do that to the original. */
  isReplaced: boolean,
  against: { vi: string; en: string },
): Finding[] => {
  const isOverruled =
    isReplaced && rankOfKind(source) === 'publisher' && rankOfKind(context.file.source) !== 'publisher';
  const { unit, component } = namesIn(context);
  return capped(
    differences.map(({ row, was }) => {
      const [one, of] = [unit(row.unit), component(row.component)];
      return finding(
        isOverruled ? 'error' : 'warning',
        'conflict',
        spotOf(row, 'score'),
        `${one.vi}, ${of.vi}: tệp ghi ${row.score}, ${against.vi} đang công bố (${source.publisher}) ghi ${was}; khác nhau nhiều hơn làm tròn`,
        `${one.en}, ${of.en}: the file says ${row.score}, ${against.en}, which is published (${source.publisher}), says ${was}; rounding does not explain it`,
      );
    }),
    MOST_FINDINGS,
    { vi: `Trái với ${against.vi} đang công bố`, en: `Against ${against.en}, which is published` },
  );
};

const changes = (context: GateContext, differences: readonly Difference[], revision: number): Finding[] => {
  if (differences.length === 0) return [];
  const { unit, component } = namesIn(context);
  const examples = (lang: 'vi' | 'en') =>
    differences
      .slice(0, MOST_EXAMPLES)
      .map(({ row, was }) => `${unit(row.unit)[lang]}, ${component(row.component)[lang]}: ${was} → ${row.score}`)
      .join('; ');
  const rest = differences.length > MOST_EXAMPLES ? '; …' : '';
  return [
    finding(
      'warning',
      'changes-published',
      { value: differences.length },
      `Thay đổi ${differences.length} điểm đang công bố (bản ${revision}): ${examples('vi')}${rest}`,
      `Changes ${differences.length} published values (revision ${revision}): ${examples('en')}${rest}`,
    ),
  ];
};

/** Published figures that the file does not have: a column that was forgotten, or units that are no longer shown. */
const drops = (context: GateContext, columns: FileColumns, scores: ScoreColumns, revision: number): Finding[] => {
  const dropped = [...scores].flatMap(([component, published]) => {
    const column = columns.get(component);
    const count = [...published].filter(
      ([unit, score]) => score !== null && (column?.get(unit)?.score ?? null) === null,
    );
    return count.length === 0 ? [] : [{ component, count: count.length }];
  });
  if (dropped.length === 0) return [];
  const total = dropped.reduce((sum, { count }) => sum + count, 0);
  const name = namesIn(context).component;
  const list = (lang: 'vi' | 'en') =>
    dropped
      .map(({ component, count }) => `${name(component)[lang]} (${count})`)
      .sort()
      .join(', ');
  return [
    finding(
      'warning',
      'drops-published',
      { value: total },
      `${total} điểm đang công bố (bản ${revision}) không có trong tệp: ${list('vi')}`,
      `${total} published values (revision ${revision}) are not in the file: ${list('en')}`,
    ),
  ];
};
