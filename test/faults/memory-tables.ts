import { ResourceInUseException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import type { Used } from './memory-capacity.ts';
import { sizeOfItem } from './memory-item-size.ts';
import type { Key } from './memory-keys.ts';
import { invalid, notInMemory, REFUSED } from './memory-refusals.ts';
import { compareText, isSameItem, type StoredItem } from './memory-values.ts';

/** What an item was at some time; `item` is undefined while it was not there. */
export type Version = { readonly item: StoredItem | undefined; readonly size: number };

/** The place of an item in its partition. Never altered: a write puts another in its stead, so copies of lists are snapshots. */
export type Slot = Version & Key & { readonly earlier: readonly Version[]; readonly hasForgotten: boolean };

/** Partitions by key; in each the slots in the order of their sort keys. What was deleted keeps its slot. */
export type Partitions = Map<string, Slot[]>;

/** What a write did, as the stream of keys tells it. An identical put is no change (DynamoDB writes no stream record for it). */
export type Change = { table: string; pk: string; sk: string; kind: 'INSERT' | 'MODIFY' | 'REMOVE' };

export const ABSENT: Version = { item: undefined, size: 0 };
/** How many earlier versions an item keeps for readers that lag behind. */
const KEPT = 16;
const LARGEST_ITEM = 400 * 1024;

export const versionOf = (item: StoredItem): Version => {
  const size = sizeOfItem(item);
  if (size > LARGEST_ITEM) throw invalid('Item size has exceeded the maximum allowed size');
  return { item, size };
};

/** The first slot that does not come `before`, in slots of which all that do stand first. */
export const firstAfter = (slots: readonly Slot[], before: (slot: Slot) => boolean): number => {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(slots[middle] as Slot)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placeOf = (slots: readonly Slot[], sk: string): number =>
  firstAfter(slots, (slot) => compareText(slot.sk, sk) < 0);

export type Lag = (key: { table: string; pk: string; sk: string }) => number;

/** What the commands work on. */
export type Memory = {
  tables: ReturnType<typeof memoryTables>;
  pageBytes: number;
  /** Counts a call and what it consumed. */
  count: (command: string, used: readonly Used[]) => void;
};

/** The tables with their items, and how far an eventually consistent reader lags behind each. */
export const memoryTables = (lag: Lag | undefined, onChange: ((change: Change) => void) | undefined) => {
  const tables = new Map<string, Partitions>();

  const partitionsOf = (table: string | undefined): Partitions => {
    const partitions = tables.get(table ?? '');
    if (partitions) return partitions;
    throw new ResourceNotFoundException({
      message: 'Cannot do operations on a non-existent table',
      $metadata: REFUSED,
    });
  };

  const slotOf = (table: string, { pk, sk }: Key): Slot | undefined => {
    const slots = partitionsOf(table).get(pk) ?? [];
    const slot = slots[placeOf(slots, sk)];
    return slot?.sk === sk ? slot : undefined;
  };

  /** What a reader sees of a slot. */
  const seen = (table: string, slot: Slot, isConsistent: boolean): Version => {
    if (isConsistent || !lag) return slot;
    const behind = lag({ table, pk: slot.pk, sk: slot.sk });
    if (behind === 0) return slot;
    if (!(behind > 0)) throw notInMemory(`a lag of ${behind} versions`);
    return slot.earlier[behind - 1] ?? (slot.hasForgotten ? slot.earlier.at(-1) : undefined) ?? ABSENT;
  };

  return {
    create: (name: string): void => {
      if (tables.has(name)) {
        throw new ResourceInUseException({ message: 'Cannot create preexisting table', $metadata: REFUSED });
      }
      tables.set(name, new Map());
    },
    expect: (table: string | undefined): string => {
      partitionsOf(table);
      return table ?? '';
    },
    partition: (table: string, pk: string): readonly Slot[] => partitionsOf(table).get(pk) ?? [],
    /** Every slot of a table, by pk, then sk. */
    all: (table: string): Slot[] =>
      [...partitionsOf(table)].sort(([a], [b]) => compareText(a, b)).flatMap(([, slots]) => slots),
    current: (table: string, key: Key): Version => slotOf(table, key) ?? ABSENT,
    seen,
    read: (table: string, key: Key, isConsistent: boolean): Version => {
      const slot = slotOf(table, key);
      return slot ? seen(table, slot, isConsistent) : ABSENT;
    },

    /** Stores a version in the place of the one that is there; gives what it has done, where it has done anything. */
    write: (table: string, { pk, sk }: Key, { item, size }: Version): Change | undefined => {
      const partitions = partitionsOf(table);
      const slots = partitions.get(pk) ?? [];
      const place = placeOf(slots, sk);
      const found = slots[place];
      const old = found?.sk === sk ? found : undefined;
      if (!item && !old?.item) return;
      if (item && old?.item && size === old.size && isSameItem(item, old.item)) return;
      const earlier = old && lag ? [{ item: old.item, size: old.size }, ...old.earlier] : [];
      const hasForgotten = old?.hasForgotten === true || earlier.length > KEPT;
      slots.splice(place, old ? 1 : 0, { pk, sk, item, size, earlier: earlier.slice(0, KEPT), hasForgotten });
      if (slots.length === 1) partitions.set(pk, slots);
      return { table, pk, sk, kind: !item ? 'REMOVE' : old?.item ? 'MODIFY' : 'INSERT' };
    },
    tell: (change: Change | undefined): void => {
      if (change) onChange?.(change);
    },

    snapshot: (): Map<string, Partitions> => copyOf(tables),
    restore: (snapshot: ReadonlyMap<string, Partitions>): void => {
      tables.clear();
      for (const [name, partitions] of copyOf(snapshot)) tables.set(name, partitions);
    },
  };
};

const copyOf = (tables: ReadonlyMap<string, Partitions>): Map<string, Partitions> =>
  new Map(
    [...tables].map(([name, partitions]) => [name, new Map([...partitions].map(([pk, slots]) => [pk, [...slots]]))]),
  );
