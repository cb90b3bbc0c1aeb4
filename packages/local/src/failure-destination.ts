import { randomUUID } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FailedBatch, StreamRecord } from './event-source-types.ts';

/** What the document of a failed batch says besides the batch. */
export interface FailureContext {
  readonly mappingId: string;
  readonly functionArn: string;
  readonly streamArn: string;
}

/** The bucket of a destination's ARN; queues, topics and Kafka are not emulated. */
export function destinationBucket(arn: string, where: string): string {
  const [, bucket] = /^arn:aws:s3:::([^/]+)$/.exec(arn) ?? [];
  if (bucket === undefined) throw new Error(`${where}: only S3 is emulated as a failure destination, not ${arn}`);
  return bucket;
}

/** Writes a failed batch to a bucket, under the key and with the content that Lambda documents. */
export async function putFailedBatch(s3: S3Client, bucket: string, batch: FailedBatch, context: FailureContext) {
  const time = new Date();
  const Key = failureKey(batch.shardId, context.mappingId, time);
  const Body = JSON.stringify(failureDocument(batch, context, time));
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/json' }));
}

/** `aws/lambda/<mapping>/<shard>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<random>` */
export function failureKey(shardId: string, mappingId: string, time: Date): string {
  const second = time.toISOString().slice(0, 19).replaceAll(':', '.');
  return `aws/lambda/${mappingId}/${shardId}/${second.slice(0, 10).replaceAll('-', '/')}/${second}-${randomUUID()}`;
}

/** The invocation record; `payload` is the whole event as a string, which only S3 destinations get. */
export function failureDocument(batch: FailedBatch, { functionArn, streamArn }: FailureContext, time: Date) {
  const { records, condition, invokeCount, functionError, shardId } = batch;
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: `${functionArn}:$LATEST`,
      condition,
      approximateInvokeCount: invokeCount,
    },
    ...(invokeCount === 0
      ? {}
      : {
          responseContext: {
            statusCode: 200,
            executedVersion: '$LATEST',
            ...(functionError ? { functionError: 'Unhandled' } : {}),
          },
        }),
    version: '1.0',
    timestamp: time.toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(records[0]),
      approximateArrivalOfLastRecord: arrival(records.at(-1)),
      batchSize: records.length,
      streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  };
}

const arrival = (record: StreamRecord | undefined) => {
  const seconds = record?.dynamodb.ApproximateCreationDateTime;
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().replace(/\.000Z$/, 'Z');
};
