import type { Severity } from '@chi-so/domain/finding';
import type { Lang } from '@chi-so/runtime/http';
import type { ReportedFinding } from './file-report.ts';

/** More of one severity nobody reads at once. */
const MOST = 20;
const WIDEST = 28;

const TITLES: Record<Lang, Record<Severity, string>> = {
  vi: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  en: { error: 'Errors', warning: 'Warnings', info: 'Notes' },
};
const HEADS: Record<Lang, string[]> = {
  vi: ['đợt', 'trang', 'dòng', 'cột', 'giá trị', 'quy tắc', 'nội dung'],
  en: ['release', 'sheet', 'row', 'column', 'value', 'rule', 'message'],
};

/** Findings of one severity, in columns; columns that would be empty are left out. */
export const findingsTable = (
  severity: Severity,
  findings: readonly ReportedFinding[],
  namesRelease: boolean,
  lang: Lang,
  showsAll: boolean,
): string[] => {
  const shown = showsAll ? findings : findings.slice(0, MOST);
  const rows = shown.map(({ index, period, sheet, row, column, value, rule, message }) =>
    [namesRelease ? [index, period].join(' ').trim() : null, sheet, row, column, value, rule, message].map(plain),
  );
  const table = [HEADS[lang], ...rows];
  const last = HEADS[lang].length - 1;
  const widths = HEADS[lang].map((_, i) =>
    rows.every((row) => row[i] === '') ? 0 : Math.max(...table.map((row) => lengthOf(cut(row[i] ?? '')))),
  );
  const lines = table.map((row) =>
    row
      .flatMap((cell, i) => (widths[i] === 0 ? [] : i === last ? [cell] : [padded(cut(cell), widths[i] ?? 0)]))
      .join('  ')
      .trimEnd(),
  );
  const rest = findings.length - shown.length;
  return [
    `  ${TITLES[lang][severity]} (${findings.length})`,
    ...lines.map((line) => `    ${line}`),
    ...(rest > 0 ? [`    … ${lang === 'vi' ? `còn ${rest}` : `${rest} more`} (--all)`] : []),
  ];
};

/** What stands in a stranger's file must not steer the terminal. */
const plain = (value: string | number | null): string =>
  value === null
    ? ''
    : String(value)
        .normalize('NFC')
        .replace(/[\p{C}\s]+/gu, ' ');

const lengthOf = (text: string): number => [...text].length;
const cut = (text: string): string => (lengthOf(text) > WIDEST ? `${[...text].slice(0, WIDEST - 1).join('')}…` : text);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)));
