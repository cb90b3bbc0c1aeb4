import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '@chi-so/storage/client';
import { type Bucket, putFile } from '@chi-so/storage/originals';
import { type Dumped, dumpTable } from '@chi-so/storage/table-dump-file';

export type ExportStores = { records: Table; exports: Bucket };

/**
 * Exports Records, compressed, to `records/<moment>.ndjson.gz`. The file is made on the function's own disk and put in one
 * request once it is known to be whole: no half of it is ever in the bucket, and memory holds one page of the table.
 */
export const exportToBucket = async ({ records, exports }: ExportStores): Promise<Dumped & { key: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    const file = join(folder, 'records.ndjson.gz');
    const dumped = await dumpTable(records, file, { isCompressed: true });
    const key = `records/${dumped.at.replaceAll(':', '-')}.ndjson.gz`;
    await putFile(exports, key, file, 'application/gzip');
    return { ...dumped, key };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
