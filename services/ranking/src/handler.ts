import { required } from '@chi-so/runtime/environment';
import { recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { rankBatch } from './rank-batch.ts';
import type { Tables } from './recompute.ts';

const db = dynamoDB();
const tables: Tables = {
  records: tableOf(db, required('RECORDS_TABLE')),
  rankings: tableOf(db, required('RANKINGS_TABLE')),
};

export const handler = recorded(
  (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => rankBatch(tables, event.Records),
);
