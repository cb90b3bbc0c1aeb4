import type { StreamRecord } from '@chi-so/local/event-source-types';
import type { StoredItem } from './commands.ts';

/** The stream of Records: shards by partition key, which split, and whose records are lost when nobody reads them. */

export type StreamShard = {
  id: string;
  parent: string | undefined;
  /** The hashes of the partition keys that it takes: from, and below. */
  from: number;
  to: number;
  isClosed: boolean;
  records: StreamRecord[];
  /** Records before this position are gone. */
  trimmed: number;
};

const HASHES = 1 << 16;

/** FNV-1a: any hash that spreads will do. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % HASHES;
};

export const createStream = (clock: () => number) => {
  const shards: StreamShard[] = [];
  let sequence = 0;
  const open = (from: number, to: number, parent?: string) => {
    shards.push({ id: `shard-${shards.length}`, parent, from, to, isClosed: false, records: [], trimmed: 0 });
  };
  open(0, HASHES / 2);
  open(HASHES / 2, HASHES);

  return {
    shards,
    /** One record an item; only the order of one partition's records is certain. */
    append: (items: readonly StoredItem[]): void => {
      for (const { pk, sk } of items) {
        const hash = hashOf(pk.S);
        const shard = shards.find(({ isClosed, from, to }) => !isClosed && hash >= from && hash < to);
        shard?.records.push(recordOf(++sequence, { pk, sk }, clock()));
      }
    },
    /** Its records stay; what follows goes to two others. */
    split: (shard: StreamShard): void => {
      const middle = Math.floor((shard.from + shard.to) / 2);
      if (middle === shard.from) return;
      shard.isClosed = true;
      open(shard.from, middle, shard.id);
      open(middle, shard.to, shard.id);
    },
  };
};
export type Stream = ReturnType<typeof createStream>;

export const recordOf = (sequence: number, Keys: StoredItem, now: number): StreamRecord => ({
  eventID: `event-${sequence}`,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    ApproximateCreationDateTime: Math.floor(now / 1000),
    Keys,
    SequenceNumber: String(sequence).padStart(21, '0'),
    StreamViewType: 'KEYS_ONLY',
  },
});
