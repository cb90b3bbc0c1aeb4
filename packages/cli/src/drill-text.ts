import type { Lang } from '@chi-so/runtime/http';
import type { Digest } from '@chi-so/storage/table-dump-hash';
import type { DrillReport } from './drill.ts';

/** What the drill found, in words. */
export const drillText = ({ records, rankings, is_same, has_moved, quarantined, ms }: DrillReport, lang: Lang) => {
  const isVi = lang === 'vi';
  const line = (name: string, { items, hash }: Digest) =>
    `  ${name.padEnd(isVi ? 22 : 18)} ${String(items).padStart(9)} ${isVi ? 'bản ghi' : 'items'}  ${hash}`;
  const seconds = (part: keyof typeof ms) => `${(ms[part] / 1000).toFixed(1)} s`;
  const verdict = is_same ? SAME : has_moved ? MOVED : OTHER;
  return [
    line(isVi ? 'Records đang chạy' : 'Records running', records.running),
    line(isVi ? 'Records khôi phục' : 'Records restored', records.restored),
    line(isVi ? 'Rankings đang chạy' : 'Rankings running', rankings.running),
    line(isVi ? 'Rankings dựng lại' : 'Rankings rebuilt', rankings.rebuilt),
    isVi
      ? `  xuất ${seconds('export')}, nhập ${seconds('import')}, dựng lại ${seconds('rebuild')}, so sánh ${seconds('compare')}`
      : `  export ${seconds('export')}, import ${seconds('import')}, rebuild ${seconds('rebuild')}, compare ${seconds('compare')}`,
    ...quarantined.map(({ log, entry, reason }) =>
      isVi ? `  cách ly: ${log}, mục ${entry}: ${reason}` : `  in quarantine: ${log}, entry ${entry}: ${reason}`,
    ),
    verdict[lang],
  ].join('\n');
};

const SAME = {
  vi: 'Giống nhau: bản xuất khôi phục được trọn vẹn.',
  en: 'The same: what was exported can be restored whole.',
};
const MOVED = {
  vi: 'Khác nhau, nhưng Records đã được ghi trong lúc diễn tập: hãy chạy lại khi vắng.',
  en: 'They differ, but Records was written to during the drill: run it again at a quiet time.',
};
const OTHER = {
  vi: 'KHÁC NHAU. Kết quả nào của bảng đang chạy sai: npm run chiso -- rebuild --verify',
  en: 'THEY DIFFER. Which results of the running table are wrong: npm run chiso -- rebuild --verify',
};
