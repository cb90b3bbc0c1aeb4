import type { StreamRecord } from './event-source-types.ts';

/** A record that waits for a batch. */
export interface Buffered {
  readonly record: StreamRecord;
  readonly passes: boolean;
  readonly bytes: number;
  readonly arrivedAt: number;
}

/** Lambda's limit for the event of one batch. */
const BATCH_LIMIT_BYTES = 6 * 1024 * 1024 - 1024;

/** Takes records that pass until the batch is full; `consumed` counts those filtered out on the way too. */
export function fill(buffer: readonly Buffered[], batchSize: number) {
  const records: StreamRecord[] = [];
  let bytes = 0;
  for (const [index, item] of buffer.entries()) {
    if (!item.passes) continue;
    if (records.length === batchSize || bytes + item.bytes > BATCH_LIMIT_BYTES) {
      return { records, consumed: index, isFull: true };
    }
    records.push(item.record);
    bytes += item.bytes;
  }
  return { records, consumed: buffer.length, isFull: records.length === batchSize };
}

/** How many records at the front are older than allowed. */
export function countExpired(records: readonly StreamRecord[], maximumAgeMs: number, now: number): number {
  if (maximumAgeMs < 0) return 0;
  const young = records.findIndex(({ dynamodb: { ApproximateCreationDateTime: created } }) => {
    return created === undefined || now - created * 1000 <= maximumAgeMs;
  });
  return young === -1 ? records.length : young;
}

/**
 * Where a batch is to be taken up again: the lowest reported record; the first one when the report cannot be
 * understood; undefined when nothing failed.
 */
export function firstFailure(
  response: unknown,
  records: readonly StreamRecord[],
  reports: boolean,
): number | undefined {
  if (!reports || typeof response !== 'object' || response === null || !('batchItemFailures' in response))
    return undefined;
  const failures: unknown = response.batchItemFailures;
  if (failures === null || failures === undefined) return undefined;
  if (!Array.isArray(failures)) return 0;
  const indexes = failures.map((failure: unknown) => {
    const identifier =
      typeof failure === 'object' && failure !== null && 'itemIdentifier' in failure ? failure.itemIdentifier : '';
    return records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === identifier);
  });
  // An identifier that is not in the batch has index -1: the whole batch.
  return indexes.length === 0 ? undefined : Math.max(0, Math.min(...indexes));
}
