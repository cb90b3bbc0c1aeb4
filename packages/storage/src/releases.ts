import type { ReleaseId } from '@chi-so/domain/identity';
import type { Extent } from '@chi-so/domain/score';
import { type Item, queryItems } from './items.ts';
import type { ReadTable } from './read-table.ts';

/** RELEASES items: the list of an index's releases as the last log entry of each left them. */

export type ReleaseSummary = ReleaseId & {
  status: 'published' | 'withdrawn';
  entry: number;
  revision: number | null;
  at: string;
  title: string;
  publisher: string;
  /** The day of the publisher's own release, where it is known. */
  published_on: string | null;
  extent: Extent;
  methodology: string;
};

const partition = (index: string) => `RELEASES#${index}`;

export const releaseItem = (summary: ReleaseSummary): Item => ({
  pk: partition(summary.index),
  sk: `${summary.period}#${summary.unit_set}#${summary.edition}`,
  ...summary,
});

/** The releases of an index; of one period where it is given. */
export const listReleases = async (records: ReadTable, index: string, period?: string): Promise<ReleaseSummary[]> => {
  const items = await queryItems(records, {
    pk: partition(index),
    ...(period === undefined ? {} : { prefix: `${period}#` }),
  });
  return items.map(({ pk: _pk, sk: _sk, ...summary }) => summary as ReleaseSummary);
};
