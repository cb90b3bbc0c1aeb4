import { type Buffered, countExpired, fill, firstFailure } from './event-source-batch.ts';
import type { EventSourceOptions, FailedBatch, Invocation, Step, StreamRecord } from './event-source-types.ts';

/** One shard of a mapping. */
export interface Shard {
  readonly offer: (records: readonly StreamRecord[]) => void;
  readonly end: () => void;
  readonly step: () => Promise<Step>;
  readonly buffered: () => number;
  readonly isEmpty: () => boolean;
  readonly isFinished: () => boolean;
}

interface Batch {
  readonly records: readonly StreamRecord[];
  /** The last record that is dealt with together with the batch: its own last one, or one filtered out after it. */
  readonly through: StreamRecord;
  readonly retries: number;
  readonly failures: number;
  readonly invokeCount: number;
  readonly functionError: boolean;
  readonly notBefore: number;
  readonly givenUp: FailedBatch['condition'] | undefined;
}

/** The state machine of one shard; {@link createEventSourceMapping} says what it stands for. */
export function createShard(shardId: string, options: EventSourceOptions): Shard {
  const { settings, invoke, onFailure, checkpoint, clock, retryDelayMs } = options;
  let buffer: Buffered[] = [];
  /** In stream order; a batch that was split is several. Only the first is worked on. */
  let batches: Batch[] = [];
  let ended = false;
  let busy = false;

  const replaceFirst = (...replacements: Batch[]) => {
    batches = [...replacements, ...batches.slice(1)];
  };

  const formBatch = async (): Promise<Step> => {
    const first = buffer.findIndex(({ passes }) => passes);
    if (first === -1) return skipFilteredOut();
    const { records, consumed, isFull } = fill(buffer, settings.batchSize);
    const waited = clock() - (buffer[first]?.arrivedAt ?? 0);
    if (!isFull && !ended && waited < settings.batchingWindowMs) return 'waiting';
    const through = buffer[consumed - 1]?.record;
    if (through === undefined) return 'waiting';
    buffer = buffer.slice(consumed);
    const fresh = { retries: 0, failures: 0, invokeCount: 0, functionError: false, notBefore: 0, givenUp: undefined };
    batches = [{ records, through, ...fresh }];
    return 'worked';
  };

  const skipFilteredOut = async (): Promise<Step> => {
    const last = buffer.at(-1);
    if (last === undefined) return 'waiting';
    const skipped = buffer.length;
    await checkpoint(shardId, last.record);
    buffer = buffer.slice(skipped);
    return 'worked';
  };

  const finish = async (batch: Batch): Promise<Step> => {
    await checkpoint(shardId, batch.through);
    replaceFirst();
    return 'worked';
  };

  const giveUp = async (batch: Batch, count: number, condition: FailedBatch['condition']): Promise<Step> => {
    const { invokeCount, functionError } = batch;
    try {
      await onFailure({ shardId, records: batch.records.slice(0, count), condition, invokeCount, functionError });
    } catch {
      // Never lost: the destination is tried again until it takes them.
      replaceFirst(delayed({ ...batch, givenUp: count === batch.records.length ? condition : undefined }));
      return 'worked';
    }
    return count === batch.records.length ? finish(batch) : continueAt(batch, count);
  };

  /** The records before `index` are dealt with; the others stay a batch. */
  const continueAt = async (batch: Batch, index: number): Promise<Step> => {
    const last = batch.records[index - 1];
    if (last !== undefined) await checkpoint(shardId, last);
    replaceFirst({ ...batch, records: batch.records.slice(index) });
    return 'worked';
  };

  const delayed = (batch: Batch): Batch => {
    const failures = batch.failures + 1;
    return { ...batch, failures, notBefore: clock() + retryDelayMs(failures) };
  };

  const retry = async (batch: Batch): Promise<Step> => {
    const retries = batch.retries + 1;
    if (settings.maximumRetryAttempts >= 0 && retries > settings.maximumRetryAttempts) {
      return giveUp(batch, batch.records.length, 'RetryAttemptsExhausted');
    }
    replaceFirst(delayed({ ...batch, retries }));
    return 'worked';
  };

  /** Splitting does not count as a retry. */
  const failed = async (batch: Batch, index: number): Promise<Step> => {
    if (index > 0) {
      await continueAt(batch, index);
      const rest = batches[0];
      if (rest === undefined || settings.bisectBatchOnFunctionError) return 'worked';
      return retry(rest);
    }
    const middle = Math.floor(batch.records.length / 2);
    const last = batch.records[middle - 1];
    if (!settings.bisectBatchOnFunctionError || batch.records.length < 2 || last === undefined) return retry(batch);
    const half = delayed(batch);
    replaceFirst(
      { ...half, records: batch.records.slice(0, middle), through: last },
      { ...half, records: batch.records.slice(middle) },
    );
    return 'worked';
  };

  const work = async (batch: Batch): Promise<Step> => {
    if (clock() < batch.notBefore) return 'waiting';
    if (batch.givenUp !== undefined) return giveUp(batch, batch.records.length, batch.givenUp);
    const expired = countExpired(batch.records, settings.maximumRecordAgeMs, clock());
    if (expired > 0) return giveUp(batch, expired, 'RecordAgeExceeded');
    let invocation: Invocation;
    try {
      invocation = await invoke({ Records: batch.records });
    } catch {
      // Not invoked (throttled, out of reach): tried again until the records are too old, whatever the retry limit.
      replaceFirst(delayed(batch));
      return 'worked';
    }
    const invoked = { ...batch, invokeCount: batch.invokeCount + 1, functionError: !invocation.ok };
    replaceFirst(invoked);
    const index = invocation.ok
      ? firstFailure(invocation.response, batch.records, settings.reportBatchItemFailures)
      : 0;
    return index === undefined ? finish(invoked) : failed(invoked, index);
  };

  return {
    offer: (records) => {
      const arrivedAt = clock();
      for (const record of records) {
        const bytes = Buffer.byteLength(JSON.stringify(record)) + 1;
        buffer.push({ record, passes: settings.filter(record), bytes, arrivedAt });
      }
    },
    end: () => {
      ended = true;
    },
    step: async () => {
      if (busy) return 'waiting';
      busy = true;
      try {
        const [batch] = batches;
        return await (batch === undefined ? formBatch() : work(batch));
      } finally {
        busy = false;
      }
    },
    buffered: () => buffer.length,
    isEmpty: () => buffer.length === 0 && batches.length === 0 && !busy,
    isFinished: () => ended && buffer.length === 0 && batches.length === 0,
  };
}
