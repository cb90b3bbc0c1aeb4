import { required } from '@chi-so/runtime/environment';
import { logger } from '@chi-so/runtime/logger';
import { record, recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { s3 } from '@chi-so/storage/originals';
import { type ExportStores, exportToBucket } from './export-to-bucket.ts';

/** Nobody waits for it: it may try a throttled page for longer than a request could, and a large file takes its time. */
const stores: ExportStores = {
  records: tableOf(dynamoDB({ maxAttempts: 10 }), required('RECORDS_TABLE')),
  exports: { s3: s3({ requestTimeout: 300_000 }), name: required('EXPORT_BUCKET') },
};

/** Called by its schedule. Where it throws, Lambda calls it again, and keeps in the failure bucket what failed for good. */
export const handler = recorded(async (): Promise<unknown> => {
  try {
    const { key, items, hash, is_ledger_whole } = await exportToBucket(stores);
    record('RecordsExported', items);
    // It is kept, and reading the table again would find the same: somebody has to look at it.
    record('ExportFailed', is_ledger_whole ? 0 : 1);
    if (!is_ledger_whole) logger.error('exported, but the ledger and the logs do not agree', { key });
    logger.info('exported', { key, items, hash });
    return { key, items, hash, is_ledger_whole };
  } catch (error) {
    record('ExportFailed', 1);
    logger.error('not exported', error as Error);
    throw error;
  }
});
