import type { Table } from './client.ts';
import { encode, getItem, type Item, type Key, pack, putItem, unpack } from './items.ts';

/**
 * Items of the Rankings table. Each carries the log entry that it follows from (`entry`, its label) and the version of
 * the code that made it (`format`), and is put only over an older one: a slow or repeated worker can never take a
 * ranking back. Nothing is deleted, since a deleted item would let a slow worker bring it back: what is gone is a
 * labelled tombstone.
 */

/** Raise this when the bytes of any output change; a rebuild then replaces what older code has made. */
export const FORMAT = 1;

/** An output that exists, or the mark that it does not any more. */
export type Output<T> = { document: T } | { gone: Gone };

/** Why a ranking is no longer there: the release was withdrawn, or its current revision has no such component. */
export type Gone = { at: string; reason: string | null; why: 'withdrawn' | 'component-dropped' };

/** An output with its place and its label: the log entry that it follows from. */
export type LabelledOutput = { key: Key; label: number } & Output<unknown>;

/** Puts the output if what is stored is older. `refused`: something as new or newer is there. */
export const putLabelled = (rankings: Table, output: LabelledOutput): Promise<'put' | 'refused'> =>
  putItem(rankings, toItem(output), {
    ConditionExpression: 'attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND #format < :format)',
    ExpressionAttributeNames: { '#entry': 'entry', '#format': 'format' },
    ExpressionAttributeValues: encode({ ':entry': output.label, ':format': FORMAT }),
  });

/** The output stored under a key, read consistently. */
export const getLabelled = async (rankings: Table, key: Key): Promise<Labelled<unknown> | undefined> => {
  const item = await getItem(rankings, key, true);
  return item && fromItem(item);
};

const toItem = ({ key, label, ...output }: LabelledOutput): Item => ({
  ...key,
  entry: label,
  format: FORMAT,
  ...('gone' in output ? { gone: output.gone } : { body: pack(output.document) }),
});

export type Labelled<T> = Output<T> & { entry: number; format: number };

export const fromItem = <T>({ entry, format, gone, body }: Item): Labelled<T> =>
  gone ? { entry, format, gone } : { entry, format, document: unpack<T>(body) };
