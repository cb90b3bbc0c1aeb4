import type { ReleaseChange } from '@chi-so/domain/release-change';
import { getItem, padded, queryItems } from './items.ts';
import { fromItem, type LabelledOutput } from './labelled.ts';
import type { ReadTable } from './read-table.ts';

/** CHANGES items: what each log entry changed, numbered by the ledger. */

const PARTITION = 'CHANGES';
const changeKey = (id: number) => ({ pk: PARTITION, sk: padded(id) });

/** Put last of an entry's outputs: where it stands, all the others do. */
export const changeOutput = (change: ReleaseChange, degraded: string | null): LabelledOutput => ({
  key: changeKey(change.id),
  label: change.entry,
  degraded,
  document: change,
});

/** The version of the code that has made an entry's outputs; undefined where they are not all there. */
export const formatOfChange = async (rankings: ReadTable, id: number): Promise<number | undefined> =>
  (await getItem(rankings, changeKey(id), true))?.format;

/** Changes after `since`, in order, up to the first gap: what comes after a gap may still be joined by what is in it. */
export const listChanges = async (rankings: ReadTable, since: number, limit: number): Promise<ReleaseChange[]> => {
  const items = await queryItems(rankings, {
    pk: PARTITION,
    between: [padded(since + 1), '~'],
    limit,
  });
  const changes = items.flatMap((item) => {
    const stored = fromItem<ReleaseChange>(item);
    return stored && 'document' in stored ? [stored.document] : [];
  });
  const gap = changes.findIndex(({ id }, i) => id !== since + 1 + i);
  return gap < 0 ? changes : changes.slice(0, gap);
};
