import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { CheckpointFile } from './checkpoint-file.ts';
import type { EventSourceMapping } from './event-source-mapping.ts';
import { toLambdaRecord } from './stream-record.ts';

/** What a reader reads, and whom it feeds. */
export interface StreamReaderOptions {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly mappingId: string;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  readonly mapping: EventSourceMapping;
  readonly checkpoints: CheckpointFile;
  readonly log: (line: string) => void;
}

/** A running reader. */
export interface StreamReader {
  /** Resolves when the stream has had no record that is not dealt with for a while after the call. */
  readonly drained: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Lambda polls four times a second; here a publication is to be ranked at once. */
const POLL_INTERVAL_MS = 60;
/** A record can be read some milliseconds after its write was answered: one empty poll does not mean drained. */
const QUIET_POLLS = 3;
const RECORDS_PER_POLL = 1000;
const READ_AHEAD = 2000;
const SHARD_LIST_INTERVAL_MS = 2000;

/** The name of a position in the checkpoint file. */
export const positionKey = (mappingId: string, streamArn: string, shardId: string) =>
  `${mappingId} ${streamArn} ${shardId}`;

/** Reads a stream of DynamoDB Local and drives an event source mapping with it, until stopped. */
export function startStreamReader(options: StreamReaderOptions): StreamReader {
  const { client, streamArn, mapping, log } = options;
  const iterators = new Map<string, string>();
  /** The last sequence number that was handed over, per shard. */
  const offered = new Map<string, string>();
  const waiters: { readonly after: number; readonly resolve: () => void }[] = [];
  let stopped = false;
  let polls = 0;
  let quietPolls = 0;
  let shardsListedAt = Number.NEGATIVE_INFINITY;

  const listShards = async () => {
    if (Date.now() - shardsListedAt < SHARD_LIST_INTERVAL_MS) return;
    for await (const shard of allShards(client, streamArn)) {
      if (shard.ShardId !== undefined) mapping.addShard(shard.ShardId, shard.ParentShardId);
    }
    shardsListedAt = Date.now();
  };

  const iteratorOf = async (shardId: string): Promise<string | undefined> => {
    const known = iterators.get(shardId);
    if (known !== undefined) return known;
    const last = offered.get(shardId);
    return last === undefined
      ? firstIterator(options, shardId)
      : shardIterator(options, shardId, 'AFTER_SEQUENCE_NUMBER', last);
  };

  /** Reads one page of a shard; false when there was nothing in it. */
  const poll = async (shardId: string): Promise<boolean> => {
    if (mapping.buffered(shardId) >= READ_AHEAD) return true;
    const ShardIterator = await iteratorOf(shardId);
    if (ShardIterator === undefined) return false;
    iterators.delete(shardId);
    const page = await client.send(new GetRecordsCommand({ ShardIterator, Limit: RECORDS_PER_POLL }));
    const records = (page.Records ?? []).map((record) => toLambdaRecord(record, streamArn));
    mapping.offer(shardId, records);
    const last = records.at(-1);
    if (last !== undefined) offered.set(shardId, last.dynamodb.SequenceNumber);
    if (page.NextShardIterator === undefined) {
      mapping.endShard(shardId);
      shardsListedAt = Number.NEGATIVE_INFINITY;
    } else {
      iterators.set(shardId, page.NextShardIterator);
    }
    return records.length > 0;
  };

  const workOn = async (shardId: string) => {
    while (!stopped && (await mapping.step(shardId)) === 'worked');
  };

  const cycle = async (): Promise<boolean> => {
    await listShards();
    const found = await Promise.all(
      mapping.openShards().map(async (shardId) => {
        const any = await poll(shardId);
        await workOn(shardId);
        return any;
      }),
    );
    return found.some((any) => any) || !mapping.isIdle();
  };

  const run = async () => {
    while (!stopped) {
      let isBusy = true;
      try {
        isBusy = await cycle();
      } catch (error) {
        if (!stopped) log(`Reading ${streamArn}: ${error instanceof Error ? error.message : String(error)}`);
      }
      polls += 1;
      quietPolls = isBusy ? 0 : quietPolls + 1;
      if (quietPolls >= QUIET_POLLS) {
        for (const waiter of waiters.splice(0)) {
          if (polls - waiter.after > QUIET_POLLS) waiter.resolve();
          else waiters.push(waiter);
        }
      }
      await sleep(POLL_INTERVAL_MS);
    }
    for (const waiter of waiters.splice(0)) waiter.resolve();
  };

  const running = run();
  return {
    drained: () => (stopped ? Promise.resolve() : new Promise((resolve) => waiters.push({ after: polls, resolve }))),
    stop: () => {
      stopped = true;
      return running;
    },
  };
}

async function* allShards(client: DynamoDBStreamsClient, StreamArn: string): AsyncGenerator<Shard> {
  let ExclusiveStartShardId: string | undefined;
  do {
    const page = await client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }));
    yield* page.StreamDescription?.Shards ?? [];
    ExclusiveStartShardId = page.StreamDescription?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId !== undefined);
}

/**
 * Where to begin after a start: behind the stored position if the record there is still the one that was dealt with,
 * and from the beginning of the stream if it is gone or another one. Records then come again; none is left out.
 */
async function firstIterator(options: StreamReaderOptions, shardId: string): Promise<string | undefined> {
  const position = options.checkpoints.read(positionKey(options.mappingId, options.streamArn, shardId));
  if (position === undefined) return shardIterator(options, shardId, options.startingPosition);
  try {
    const ShardIterator = await shardIterator(options, shardId, 'AT_SEQUENCE_NUMBER', position.sequenceNumber);
    const page = await options.client.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }));
    const [record] = page.Records ?? [];
    const isSame = record?.eventID === position.eventId && record.dynamodb?.SequenceNumber === position.sequenceNumber;
    if (isSame) return await shardIterator(options, shardId, 'AFTER_SEQUENCE_NUMBER', position.sequenceNumber);
  } catch (error) {
    options.log(`The position ${position.sequenceNumber} in ${shardId} is gone: ${String(error)}`);
  }
  return shardIterator(options, shardId, 'TRIM_HORIZON');
}

async function shardIterator(
  { client, streamArn }: StreamReaderOptions,
  ShardId: string,
  ShardIteratorType: 'AT_SEQUENCE_NUMBER' | 'AFTER_SEQUENCE_NUMBER' | 'TRIM_HORIZON' | 'LATEST',
  SequenceNumber?: string,
): Promise<string | undefined> {
  const input = { StreamArn: streamArn, ShardId, ShardIteratorType, SequenceNumber };
  return (await client.send(new GetShardIteratorCommand(input))).ShardIterator;
}
