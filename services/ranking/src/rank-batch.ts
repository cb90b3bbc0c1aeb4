import { logName } from '@chi-so/domain/identity';
import { logger } from '@chi-so/runtime/logger';
import { metrics } from '@chi-so/runtime/metrics';
import { logOfPartition } from '@chi-so/storage/keys';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { recompute, type Tables } from './recompute.ts';

/**
 * Records stream → rankings. A record says only which log has moved, so a batch is one recompute per log. Every log of
 * the batch is tried; then the records of those that failed are reported, and the service sends them again.
 */
export const rankBatch = async (tables: Tables, records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse> => {
  const failed: DynamoDBRecord[] = [];
  const byLog = Map.groupBy(records, (record) => record.dynamodb?.Keys?.pk?.S ?? '');
  for (const [pk, ofLog] of byLog) {
    const log = logOfPartition(pk);
    if (!log) continue;
    const entries = [...new Set(ofLog.map((record) => Number(record.dynamodb?.Keys?.sk?.S)))];
    try {
      const { put, refused } = await recompute(tables, log, entries);
      metrics.addMetric('RankingsRecomputed', 'Count', put);
      logger.info('ranked', { log: logName(log), entries, put, refused });
    } catch (error) {
      logger.error('not ranked', { log: logName(log), entries, error: error as Error });
      failed.push(...ofLog);
    }
  }
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })) };
};
