import type { Lang } from '@chi-so/runtime/http';
import type { Exported } from './export-records.ts';
import type { Imported } from './import-records.ts';

/** What was exported or imported, in words. */

export const exportText = ({ file, table, items, hash, is_ledger_whole }: Exported, lang: Lang): string =>
  [
    lang === 'vi'
      ? `Đã xuất ${items} bản ghi của bảng ${table} ra ${file}`
      : `Exported ${items} items of the table ${table} to ${file}`,
    hashLine(hash, lang),
    ...(is_ledger_whole ? [] : [HALF[lang]]),
  ].join('\n');

export const importText = ({ file, table, items, hash, exported_at, already_there }: Imported, lang: Lang): string => {
  const before =
    already_there === 0
      ? ''
      : lang === 'vi'
        ? ` (${already_there} đã có từ trước)`
        : ` (${already_there} were there before)`;
  return [
    lang === 'vi'
      ? `Đã nhập ${items} bản ghi${before} của ${file} (xuất lúc ${exported_at}) vào bảng ${table}`
      : `Imported ${items} items${before} of ${file} (exported at ${exported_at}) into the table ${table}`,
    hashLine(hash, lang),
    lang === 'vi' ? 'Tiếp theo: npm run chiso -- rebuild' : 'Next: npm run chiso -- rebuild',
  ].join('\n');
};

const hashLine = (hash: string, lang: Lang): string => `${lang === 'vi' ? 'Mã băm' : 'Hash'}: ${hash}`;

const HALF = {
  vi: 'CHÚ Ý: sổ công bố (LEDGER) và các nhật ký không khớp: có lần công bố chỉ còn một nửa trong bảng (docs/runbook.md).',
  en: 'CAUTION: the ledger and the logs do not agree: a publication is only half in the table (docs/runbook.md).',
};
