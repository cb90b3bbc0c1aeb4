import { createShard, type Shard } from './event-source-shard.ts';
import type { EventSourceOptions, Step, StreamRecord } from './event-source-types.ts';

/** A mapping of a stream's shards to a function, moved only by the calls to it. */
export interface EventSourceMapping {
  /** Makes a shard known; it is worked on once its parent (if that is known) is finished. */
  readonly addShard: (shardId: string, parentShardId?: string) => void;
  /** Hands over records that follow those handed over before. */
  readonly offer: (shardId: string, records: readonly StreamRecord[]) => void;
  /** Says that a shard has no further records. */
  readonly endShard: (shardId: string) => void;
  /** How many records of a shard wait for a batch; a reader stops reading ahead by that. */
  readonly buffered: (shardId: string) => number;
  /** The shards that may be read and worked on now. */
  readonly openShards: () => string[];
  /** Does at most one thing for a shard: forms a batch, invokes the function, gives records up. */
  readonly step: (shardId: string) => Promise<Step>;
  /** Whether every record that was handed over is dealt with. */
  readonly isIdle: () => boolean;
}

/**
 * Lambda's semantics for a DynamoDB stream, without DynamoDB, Lambda, time or chance in it: whoever drives it brings
 * records (late, again, cut anywhere), steps it in any order, and may throw it away and begin again from the last
 * checkpoint, as a crash does.
 *
 * - At least once, in order within a shard; a child shard after its parent.
 * - The filter drops records before batches are formed. A batch is formed when it is full (BatchSize, or 6 MB), when
 *   the batching window since its first record is over, or when the shard has ended; with no window, at once.
 * - An error fails the whole batch. With ReportBatchItemFailures the lowest reported record is the checkpoint:
 *   everything from it on is tried again, what succeeded after it too; a report that cannot be understood fails the
 *   whole batch. Without any failure, or with a null or empty list, the batch is done.
 * - BisectBatchOnFunctionError splits a failed batch in half, or at the reported record, without counting a retry.
 *   A report of the very first record splits in half. (AWS does not say so; it keeps the others out of its fate.)
 * - After MaximumRetryAttempts, or from MaximumRecordAgeInSeconds on, records go to the destination, and the shard
 *   moves on. The destination is tried until it takes them.
 * - Where AWS documents nothing: a retry after a partial success counts against the same limit.
 */
export function createEventSourceMapping(options: EventSourceOptions): EventSourceMapping {
  const shards = new Map<string, { readonly shard: Shard; readonly parent: string | undefined }>();
  const shardNamed = (shardId: string): Shard => {
    const found = shards.get(shardId);
    if (found === undefined) throw new Error(`The mapping has no shard ${shardId}`);
    return found.shard;
  };
  const isOpen = (parent: string | undefined) =>
    parent === undefined || (shards.get(parent)?.shard.isFinished() ?? true);

  return {
    addShard: (shardId, parent) => {
      if (!shards.has(shardId)) shards.set(shardId, { shard: createShard(shardId, options), parent });
    },
    offer: (shardId, records) => shardNamed(shardId).offer(records),
    endShard: (shardId) => shardNamed(shardId).end(),
    buffered: (shardId) => shardNamed(shardId).buffered(),
    openShards: () =>
      [...shards].filter(([, { shard, parent }]) => !shard.isFinished() && isOpen(parent)).map(([shardId]) => shardId),
    step: (shardId) => {
      const parent = shards.get(shardId)?.parent;
      return isOpen(parent) ? shardNamed(shardId).step() : Promise.resolve('waiting');
    },
    isIdle: () => [...shards.values()].every(({ shard }) => shard.isEmpty()),
  };
}
