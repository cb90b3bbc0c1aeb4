import type { Key } from './memory-keys.ts';
import { invalid } from './memory-refusals.ts';
import type { Slot, Version } from './memory-tables.ts';
import type { StoredItem } from './memory-values.ts';

/** Slots to be read one after the other, from `first` to `last`, both included. */
export type Stretch = {
  slots: readonly Slot[];
  first: number;
  last: number;
  isDescending: boolean;
  /** A sort key behind which there is nothing to go on to. */
  edge?: string | undefined;
};

export type Page = { items: StoredItem[]; bytes: number; next: Key | undefined };

/**
 * One page. It ends with the item that fills it; whoever limits the number of items is sent on even where nothing
 * follows, whoever does not only where something does. (As DynamoDB Local 3.3.1 has it, as well as the edge.)
 */
export const readPage = (
  { slots, first, last, isDescending, edge }: Stretch,
  limit: number | undefined,
  pageBytes: number,
  seen: (slot: Slot) => Version,
): Page => {
  if (limit !== undefined && limit < 1) throw invalid('Limit must be greater than or equal to 1');
  const items: StoredItem[] = [];
  let bytes = 0;
  let full: Key | undefined;
  for (let i = isDescending ? last : first; first <= i && i <= last; i += isDescending ? -1 : 1) {
    const slot = slots[i] as Slot;
    const { item, size } = seen(slot);
    if (!item) continue;
    if (full) return { items, bytes, next: full };
    items.push(item);
    bytes += size;
    if (items.length === limit) return { items, bytes, next: slot.sk === edge ? undefined : slot };
    if (bytes >= pageBytes) full = slot;
  }
  return { items, bytes, next: undefined };
};
