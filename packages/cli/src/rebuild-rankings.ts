import type { Rebuilt, rebuild } from '@chi-so/ranking/rebuild';
import type { Lang } from '@chi-so/runtime/http';
import type { Progress } from './bootstrap.ts';
import { Complaint } from './complaint.ts';
import type { Tables } from './tables-named.ts';

type Rebuild = typeof rebuild;

/** What came of `chiso rebuild`. */
export type RebuildReport = Rebuilt & {
  index: string | null;
  /** With `--verify` nothing is written. */
  is_verified_only: boolean;
};

/** `chiso rebuild`, of one index or of all. */
export const rebuildRankings = async (
  tables: Tables,
  { index, isVerifiedOnly }: { index?: string | undefined; isVerifiedOnly: boolean },
  make: Rebuild,
  progress: Progress,
): Promise<RebuildReport> => {
  const only = index === undefined ? {} : { index };
  const rebuilt = await make(tables, { ...only, write: !isVerifiedOnly, progress });
  if (index !== undefined && rebuilt.outputs === 0 && rebuilt.quarantined.length === 0) {
    throw new Complaint({
      vi: `Bảng ${tables.records.name} không có công bố nào của chỉ số ${index}`,
      en: `The table ${tables.records.name} has no publication of the index ${index}`,
    });
  }
  return { index: index ?? null, is_verified_only: isVerifiedOnly, ...rebuilt };
};

type Fault = Rebuilt['differences'][number]['fault'];

/** Whether every ranking is now what Records says it should be. */
export const isRight = ({ differences, quarantined }: RebuildReport): boolean =>
  differences.every(({ replaced }) => replaced) && quarantined.length === 0;

/** More differences nobody reads at once. */
const MOST = 20;

export const rebuildText = (report: RebuildReport, lang: Lang, showsAll: boolean): string => {
  const { index, is_verified_only, outputs, put, differences, quarantined } = report;
  const left = differences.filter(({ replaced }) => !replaced).length;
  const of = index ?? (lang === 'vi' ? 'mọi chỉ số' : 'every index');
  const shown = differences.slice(0, showsAll ? undefined : MOST);
  const hidden = differences.length - shown.length;
  return [
    lang === 'vi'
      ? `${of}: đã tính lại ${outputs} kết quả từ Records, ${differences.length} khác với bảng Rankings.`
      : `${of}: ${outputs} results recomputed from Records, ${differences.length} differ from the Rankings table.`,
    ...shown.map(({ pk, sk, fault, replaced: isReplaced }) => {
      const done = isReplaced ? (lang === 'vi' ? ' → đã thay' : ' → replaced') : '';
      return `  ${FAULTS[fault][lang]}: ${pk} ${sk}${done}`;
    }),
    ...(hidden > 0 ? [lang === 'vi' ? `  … còn ${hidden} (--all)` : `  … ${hidden} more (--all)`] : []),
    ...quarantined.map(({ log, entry, reason }) =>
      lang === 'vi'
        ? `  cách ly: ${log}, mục ${entry}: ${reason}`
        : `  in quarantine: ${log}, entry ${entry}: ${reason}`,
    ),
    ...(is_verified_only
      ? [lang === 'vi' ? 'Không ghi gì (--verify).' : 'Nothing was written (--verify).']
      : [lang === 'vi' ? `Đã ghi ${put}; còn ${left} chưa thay.` : `${put} put; ${left} not replaced.`]),
  ].join('\n');
};

const FAULTS: Record<Fault, Record<Lang, string>> = {
  missing: { vi: 'thiếu', en: 'missing' },
  'other-label': { vi: 'theo mục nhật ký khác', en: 'of another log entry' },
  'other-format': { vi: 'dạng khác', en: 'in another format' },
  'other-content': { vi: 'nội dung khác', en: 'other content' },
  degraded: { vi: 'suy giảm, nay đọc được trọn vẹn', en: 'degraded, and can be read whole now' },
  orphan: { vi: 'thừa, không từ đâu ra', en: 'orphan: follows from nothing' },
};
