import { logName } from '@chi-so/domain/identity';
import { required } from '@chi-so/runtime/environment';
import { logger } from '@chi-so/runtime/logger';
import { metrics } from '@chi-so/runtime/metrics';
import { dynamoDB } from '@chi-so/storage/client';
import { logOfPartition } from '@chi-so/storage/keys';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
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
    const entries = new Set(ofLog.map((record) => Number(record.dynamodb?.Keys?.sk?.S)));
    try {
      const { put, refused } = await recompute(tables, log, [...entries]);
      metrics.addMetric('RankingsRecomputed', 'Count', put);
      logger.info('ranked', { log: logName(log), entries: [...entries], put, refused });
    } catch (error) {
      logger.error('not ranked', { log: logName(log), entries: [...entries], error: error as Error });
      failed.push(...ofLog);
    }
  }
  return {
    batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })),
  };
};

const db = dynamoDB();
const tables: Tables = {
  records: { db, name: required('RECORDS_TABLE') },
  rankings: { db, name: required('RANKINGS_TABLE') },
};

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  try {
    return await rankBatch(tables, event.Records);
  } finally {
    metrics.publishStoredMetrics();
  }
};
