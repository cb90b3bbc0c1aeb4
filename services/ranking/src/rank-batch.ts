import { isLess, shareOf } from '@chi-so/domain/coverage';
import { type LogId, logName } from '@chi-so/domain/identity';
import { logger } from '@chi-so/runtime/logger';
import { record } from '@chi-so/runtime/metrics';
import { logOfPartition } from '@chi-so/storage/keys';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { NewestCoverage } from './newest-coverage.ts';
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
    const missing = await ranked(tables, log, ofLog.map(entryOf));
    failed.push(...ofLog.filter((record) => missing === 'all' || missing.includes(entryOf(record))));
  }
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })) };
};

const entryOf = (record: DynamoDBRecord): number => Number(record.dynamodb?.Keys?.sk?.S);

/** The entries that must come again: those that the log lacks, or all where it could not be ranked. */
const ranked = async (tables: Tables, log: LogId, entries: readonly number[]): Promise<number[] | 'all'> => {
  const about = { log: logName(log), entries };
  try {
    const { put, refused, ranked: done, coverage, degraded, missing } = await recompute(tables, log, entries);
    record('RankingsRecomputed', put);
    for (const { at } of done) record('PublicationLag', Math.max(0, Date.now() - Date.parse(at)));
    logger.info('ranked', { ...about, put, refused });
    if (coverage) recordCoverage(coverage);
    if (degraded.length > 0) {
      record('RankingsDegraded', degraded.length);
      logger.error('in quarantine', { ...about, degraded: degraded.slice(0, 20) });
    }
    if (missing.length > 0) logger.error('entries that the log lacks', { ...about, missing });
    return missing;
  } catch (error) {
    logger.error('not ranked', { ...about, error: error as Error });
    return 'all';
  }
};

const recordCoverage = ({ now, before, ...about }: NewestCoverage): void => {
  record('Coverage', 100 * shareOf(now));
  if (before === null || !isLess(now, before)) return;
  record('CoverageShrank', 1);
  logger.warn('coverage shrank', { ...about, now, before });
};
