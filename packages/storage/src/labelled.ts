import type { Table } from './client.ts';
import { encode, putItem } from './item-writes.ts';
import { getItem, type Item, type Key, pack, unpack, unpackText } from './items.ts';

/**
 * Items of the Rankings table. Each carries the log entry that it follows from (`entry`, its label) and the version of
 * the code that made it (`format`), and is put only over an older one: a slow or repeated worker can never take a
 * ranking back. Nothing is deleted, since a deleted item would let a slow worker bring it back: what is gone is a
 * labelled tombstone. What was made without something that cannot be read is `degraded`, until it is made whole.
 */

/** Raise this when the bytes of any output change; a rebuild then replaces what older code has made. */
export const FORMAT = 5;

/**
 * Readers know the shape of every format from this one on: kept below `FORMAT` wherever they can read the one before, so
 * that nobody misses a ranking between deployment and rebuild. Format 5 came with other keys, which nothing of 4 has.
 */
const OLDEST_READABLE = 5;

/** An output that exists, or the mark that it does not any more. */
export type Output<T> = { document: T } | { gone: Gone };

/** Why a ranking is no longer there: withdrawn, not in the current revision, or nothing of it can be read. */
export type Gone = { at: string; reason: string | null; why: 'withdrawn' | 'component-dropped' | 'unreadable' };

/** An output with its place and its label: the log entry that it follows from. */
export type LabelledOutput = {
  key: Key;
  label: number;
  /** What could not be read, where the output is made of the last that could; null where it is whole. */
  degraded: string | null;
  /** How hard it is compressed: 9 for what is read far more often than it is written, and gains by it. */
  level?: 9;
  /** Where a list goes on of which this is the first page. */
  next?: string | null;
} & Output<unknown>;

/**
 * Puts the output if what is stored is older; a whole one also in the place of a degraded one. `refused`: something as new
 * or newer is there.
 */
export const putLabelled = (rankings: Table, output: LabelledOutput): Promise<'put' | 'refused'> => {
  const isOlder = '#format < :format';
  const isWorse = output.degraded === null ? `(${isOlder} OR (#format = :format AND #degraded = :true))` : isOlder;
  return putItem(rankings, toItem(output), {
    ConditionExpression: `attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND ${isWorse})`,
    ExpressionAttributeNames: {
      '#entry': 'entry',
      '#format': 'format',
      ...(output.degraded === null ? { '#degraded': 'degraded' } : {}),
    },
    ExpressionAttributeValues: encode({
      ':entry': output.label,
      ':format': FORMAT,
      ...(output.degraded === null ? { ':true': true } : {}),
    }),
  });
};

/** Puts the output over other bytes of the same label, as a rebuild does; never over something newer. */
export const replaceLabelled = (rankings: Table, output: LabelledOutput): Promise<'put' | 'refused'> =>
  putItem(rankings, toItem(output), {
    ConditionExpression: 'attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND #format <= :format)',
    ExpressionAttributeNames: { '#entry': 'entry', '#format': 'format' },
    ExpressionAttributeValues: encode({ ':entry': output.label, ':format': FORMAT }),
  });

/** How what is stored under the output's key differs from the output, byte for byte of its text; null where it is as good. */
export type Fault = 'missing' | 'other-label' | 'other-format' | 'degraded' | 'other-content';

export const faultOf = async (rankings: Table, output: LabelledOutput): Promise<Fault | null> => {
  const item = await getItem(rankings, output.key, true);
  if (!item) return 'missing';
  if (item.entry !== output.label) return 'other-label';
  if (item.format !== FORMAT) return 'other-format';
  if (item.degraded && output.degraded === null) return 'degraded';
  // Something was lost after the output had been made: what stands is all that is left of it.
  if (!item.degraded && output.degraded !== null) return null;
  return textOf(item) === textOf(toItem(output)) ? null : 'other-content';
};

/** Null where it is no output at all: what somebody has written over one differs from all of them. */
const textOf = ({ gone, fault = null, body }: Item): string | null => {
  try {
    return body ? unpackText(body) : JSON.stringify([gone.at, gone.reason, gone.why, fault]);
  } catch {
    return null;
  }
};

const toItem = ({ key, label, degraded, level, next, ...output }: LabelledOutput): Item => ({
  ...key,
  entry: label,
  format: FORMAT,
  ...(next ? { next } : {}),
  ...(degraded === null ? {} : { degraded: true, fault: degraded }),
  ...('gone' in output ? { gone: output.gone } : { body: pack(output.document, level) }),
});

type Label = { entry: number; format: number; degraded: string | null };

export type Labelled<T> = Output<T> & Label;

/** What is stored, read. Undefined for what is older than anything that can be read: a rebuild replaces it. */
export const fromItem = <T>(item: Item): Labelled<T> | undefined => {
  const stored = fromItemAsIs(item);
  return stored && 'gzipped' in stored ? { ...labelOf(item), document: unpack<T>(stored.gzipped) } : stored;
};

/** The same without a look into the document, which leaves as it is stored: JSON, gzipped. */
export const fromItemAsIs = (item: Item): AsIs | undefined => {
  const { format, gone, body, next = null } = item;
  if (format < OLDEST_READABLE) return undefined;
  return { ...labelOf(item), ...(gone ? { gone } : { gzipped: Buffer.from(body), next }) };
};

export type AsIs = Label & ({ gzipped: Buffer; next: string | null } | { gone: Gone });

const labelOf = ({ entry, format, fault = null }: Item): Label => ({ entry, format, degraded: fault });

/** A stored document that may be built on: whole, and made by this version of the code. */
export const wholeDocument = <T>(stored: Labelled<T> | undefined): T | null =>
  stored && 'document' in stored && stored.degraded === null && stored.format === FORMAT ? stored.document : null;
