import type { Answer } from '@chi-so/runtime/http';
import { type Entry, logOfComponent } from './accepted-log.ts';
import { factsOf } from './catalogue.ts';
import { officialGroupsOf, rankedRows } from './expected-ranking.ts';

/** A series as it is served and as it should be, in one form. */

// biome-ignore lint/suspicious/noExplicitAny: an answer is judged, not trusted to have a shape
type Json = any;

const asText = (rows: unknown[][], breaks: unknown[][]): string =>
  JSON.stringify([rows.map((row) => JSON.stringify(row)).sort(), breaks]);

export const servedSeries = ({ body }: Answer): string => {
  const { data, meta } = body as Json;
  return asText(
    data.map((row: Json) => [
      row.period,
      row.unit,
      row.score,
      row.status,
      row.reason,
      row.rank,
      row.group,
      row.rank_of,
      row.methodology,
      row.revision,
    ]),
    meta.breaks.map(({ from, to, verdict }: Json) => [from, to, verdict]),
  );
};

/** The series of all units after so many entries. */
export const expectedSeries = (log: readonly Entry[], length: number, component: string): string => {
  const known = logOfComponent(log, component, length);
  const columns = [...new Map(known.map((entry) => [entry.period, entry])).values()]
    .filter(({ content }) => content?.scores[component])
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  return asText(
    columns.flatMap(({ content, period, revision }) =>
      content
        ? officialGroupsOf(content).flatMap((group) =>
            rankedRows(content, component, group).map(({ unit, score, status, reason, rank, rank_of }) => [
              period,
              unit,
              score,
              status,
              reason,
              rank,
              group,
              rank_of,
              content.methodology,
              revision,
            ]),
          )
        : [],
    ),
    columns.flatMap((later, i) => {
      const earlier = columns[i - 1];
      if (!earlier?.content || !later.content) return [];
      const [is, was] = [later.content.methodology, earlier.content.methodology];
      const verdict = is === was ? 'comparable' : factsOf(is).compares(was, component);
      return verdict === 'comparable' ? [] : [[earlier.period, later.period, verdict]];
    }),
  );
};
