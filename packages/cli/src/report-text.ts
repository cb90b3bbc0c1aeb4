import type { Severity } from '@chi-so/domain/finding';
import type { Lang } from '@chi-so/runtime/http';
import type { FileReport, ReportedRelease, Status } from './file-report.ts';
import { findingsTable } from './findings-table.ts';

/** A file's report as a person reads it. */
export const reportText = (report: FileReport, lang: Lang, showsAll: boolean): string => {
  const { file, problem, releases, findings } = report;
  const severities: Severity[] = ['error', 'warning', 'info'];
  return [
    file,
    ...(problem ? [`  ${STATUS[lang].refused}: ${problem.title} (${problem.code})`] : []),
    ...releases.flatMap((release) => releaseLines(release, report, lang)),
    ...severities.flatMap((severity) => {
      // What the line above says already is not said twice.
      const listed = findings.filter((finding) => finding.severity === severity && finding.message !== problem?.title);
      return listed.length === 0 ? [] : findingsTable(severity, listed, releases.length > 1, lang, showsAll);
    }),
  ].join('\n');
};

const STATUS: Record<Lang, Record<Status, string>> = {
  vi: {
    drafted: 'dự thảo',
    published: 'đã công bố',
    'dry-run': 'kiểm tra thử, chưa ghi gì',
    refused: 'bị từ chối',
    unchanged: 'không đổi so với bản đang công bố',
    embargoed: 'chờ đến giờ công bố',
  },
  en: {
    drafted: 'draft',
    published: 'published',
    'dry-run': 'dry run, nothing written',
    refused: 'refused',
    unchanged: 'the same as what is published',
    embargoed: 'waits for its time',
  },
};

type Row = { index: string; period: string; unit_set: string; unit: string; component: string };

const releaseLines = (release: ReportedRelease, { rows }: FileReport, lang: Lang): string[] => {
  const { index, period, unit_set, edition, revision, status, diff, problem, sheet, layout } = release;
  const own = (rows as Row[]).filter(
    (row) => row.index === index && row.period === period && row.unit_set === unit_set,
  );
  const units = new Set(own.map(({ unit }) => unit)).size;
  const components = new Set(own.map(({ component }) => component)).size;
  const counted =
    lang === 'vi' ? `${units} đơn vị × ${components} chỉ số` : `${units} units × ${components} components`;
  const facts = [
    own.length > 0 ? counted : null,
    revision === null ? null : lang === 'vi' ? `bản ${revision}` : `revision ${revision}`,
    STATUS[lang][status],
    diff && `+${diff.added} ~${diff.changed} −${diff.removed}`,
    sheet && `${lang === 'vi' ? 'trang' : 'sheet'} "${sheet}"`,
    layout,
  ].filter((fact) => fact !== null);
  const name = `${index} ${period} ${unit_set}${edition === 'main' ? '' : `/${edition}`}`;
  return [`  ${name}: ${facts.join(', ')}`, ...(problem ? [`    ${problem.title}`] : [])];
};

/** How many files came to what, for a person who has sent several. */
export const summaryText = (reports: readonly FileReport[], lang: Lang): string => {
  const counts = Map.groupBy(reports, ({ status }) => status);
  const parts = [...counts].map(([status, those]) => `${those.length} ${STATUS[lang][status]}`);
  return `${reports.length} ${lang === 'vi' ? 'tệp' : 'files'}: ${parts.join('; ')}`;
};
