import type { Table } from '@chi-so/storage/client';
import { ATTEMPTS, type Dumped, dumpTable, TableMoved } from '@chi-so/storage/table-dump-file';
import { Complaint } from './complaint.ts';
import type { Watch } from './watch.ts';

/** What was exported, and where to. */
export type Exported = Dumped & { file: string; table: string };

/** `chiso export`: the whole Records table, as it was at one moment, in a file. */
export const exportRecords = async (records: Table, file: string, watch: Watch): Promise<Exported> => {
  try {
    const dumped = await dumpTable(records, file, {
      isCompressed: file.endsWith('.gz'),
      onWritten: (items) => watch(WRITING, items),
      onChecked: (items) => watch(CHECKING, items),
    });
    return { file, table: records.name, ...dumped };
  } catch (error) {
    if (!(error instanceof TableMoved)) throw error;
    throw new Complaint({
      vi: `Bảng ${records.name} đang được ghi: ${ATTEMPTS} lần đọc không lần nào giống lần sau. Chạy lại khi vắng, hoặc xuất từ một bảng khôi phục`,
      en: `${error.message}. Run it again at a quiet time, or export a restored table`,
    });
  }
};

const WRITING = { vi: 'Đang xuất', en: 'Exporting' };
const CHECKING = { vi: 'Đang đọc lại bảng', en: 'Reading the table again' };
