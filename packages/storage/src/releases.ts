import type { ReleaseId } from '@chi-so/domain/identity';
import type { LogEntry } from '@chi-so/domain/log';
import type { Extent, Source } from '@chi-so/domain/score';
import { type Item, queryItems } from './items.ts';
import type { ReadTable } from './read-table.ts';
import type { Revision } from './revisions.ts';

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
  /** Of its source; what was listed before these were kept has neither until its next publication: its revision has them. */
  kind?: Source['kind'] | undefined;
  certainty?: Source['certainty'] | undefined;
};

/** One partition: the releases of an index are neighbours in it, and those of every index are one Query. */
const PARTITION = 'RELEASES';

/** A release as an entry of its log left it. `shown`: the revision that is official, or was the last to be. */
export const releaseSummary = (
  { index, period, unit_set, edition }: ReleaseId,
  { entry, at, revision }: Pick<LogEntry, 'entry' | 'at' | 'revision'>,
  { source, announcement, pins }: Pick<Revision, 'source' | 'announcement' | 'pins'>,
): ReleaseSummary => ({
  ...{ index, period, unit_set, edition },
  status: revision === null ? 'withdrawn' : 'published',
  ...{ entry, revision, at },
  title: source.title,
  publisher: source.publisher,
  published_on: source.published_on,
  extent: announcement.extent,
  methodology: pins.methodology,
  kind: source.kind,
  certainty: source.certainty,
});

export const releaseItem = (summary: ReleaseSummary): Item => ({
  pk: PARTITION,
  sk: [summary.index, summary.period, summary.unit_set, summary.edition].join('#'),
  ...summary,
});

/** The releases of an index; of one period where it is given, of every index where none is. By one Query. */
export const listReleases = async (records: ReadTable, index?: string, period?: string): Promise<ReleaseSummary[]> => {
  const prefix = [index, period].flatMap((part) => (part === undefined ? [] : [`${part}#`])).join('');
  const items = await queryItems(records, { pk: PARTITION, ...(prefix === '' ? {} : { prefix }) });
  return items.map(summaryOf);
};

const summaryOf = ({ pk: _pk, sk: _sk, ...summary }: Item) => summary as ReleaseSummary;
