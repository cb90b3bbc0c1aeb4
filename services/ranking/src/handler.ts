import { required } from '@chi-so/runtime/environment';
import { metrics } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { rankBatch } from './rank-batch.ts';
import type { Tables } from './recompute.ts';

const db = dynamoDB();
const tables: Tables = {
  records: tableOf(db, required('RECORDS_TABLE')),
  rankings: tableOf(db, required('RANKINGS_TABLE')),
};

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  try {
    return await rankBatch(tables, event.Records);
  } finally {
    metrics.publishStoredMetrics();
  }
};
