import { errorsIn, type Finding } from '@chi-so/domain/finding';
import type { UnitSet } from '@chi-so/domain/unit-set';
import type { Lang } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import type { ReleaseReport } from './draft-release.ts';

/** Findings and drafts as an answer shows them: one language, the names of a ranking's row. */

export const shownFindings = (findings: readonly Finding[], lang: Lang) =>
  findings.map(({ message_vi, message_en, ...place }) => ({
    ...place,
    message: lang === 'vi' ? message_vi : message_en,
  }));

export const reportMeta = (report: ReleaseReport, lang: Lang) => {
  const { revision, status, base_entry, methodology, layout, sheet, findings, diff } = report;
  return {
    revision,
    status,
    base_entry,
    methodology,
    layout,
    sheet,
    ...countsOf(findings),
    diff: diff && { added: diff.added, removed: diff.removed, changed: diff.changed, cells: diff.cells },
    findings: shownFindings(findings, lang),
  };
};

export const countsOf = (findings: readonly Finding[]) => ({
  errors: errorsIn(findings).length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
});

/** The draft's rows; of a stage before the result too, which only those who may write see. */
export const reportRows = (
  { release, rows, methodology, revision }: ReleaseReport,
  unitSet: UnitSet | undefined,
  lang: Lang,
) => {
  const names = new Map(unitSet?.units.map((unit) => [unit.unit, lang === 'vi' ? unit.name_vi : unit.name_en]));
  return rows.map(({ row: _row, sheet: _sheet, at: _at, ...row }) => ({
    ...release,
    unit_name: names.get(row.unit) ?? null,
    ...row,
    methodology,
    revision,
  }));
};

/** More rows would not fit into what a function may answer (6 MB). */
export const MOST_ROWS = 10_000;

/** A file that holds no release that can be read. */
export const unreadable = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'invalid-release',
    {
      vi: `Tệp bị từ chối: ${findings.length} lỗi; chưa có gì được ghi`,
      en: `The release was refused: ${findings.length} errors; nothing was written`,
    },
    { errors: findings },
  );
