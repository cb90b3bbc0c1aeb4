import type { Answer } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import type { Entry } from './accepted-log.ts';
import type { KnownRevision } from './asked.ts';
import { coverageOf, groupsOf, movesOf, officialGroupsOf, rankedRows } from './expected-ranking.ts';

/** Rankings in one form, as they are served and as they should be, so that they can be compared as text. */

// biome-ignore lint/suspicious/noExplicitAny: an answer is judged, not trusted to have a shape
type Json = any;

const ROW = ['score', 'status', 'reason', 'rank', 'tied', 'rank_of', 'score_change', 'rank_change'] as const;

const asText = (publication: unknown, change: unknown, extent: unknown, rows: string[], coverage: string[]): string =>
  JSON.stringify([publication, change, extent, rows.sort(), coverage.sort()]);

/** An answer, or the problem in its place; undefined for a fault that says nothing of a ranking. */
export const servedRanking = (answer: Answer | Problem): string | undefined => {
  if (answer instanceof Problem) return servedProblem(answer);
  const { data, meta } = answer.body as Json;
  const { entry, revision, at, cause, reason } = meta.publication;
  return asText(
    [{ entry, revision, at, cause, reason }, meta.methodology.methodology, meta.methodology.version],
    [meta.change.against, meta.change.verdict],
    meta.extent,
    data.map((row: Json) =>
      JSON.stringify([row.group, row.unit, row.methodology, row.revision, ...ROW.map((field) => row[field])]),
    ),
    Object.entries<Json>(meta.coverage).map(([group, { population, scored, rank_of }]) =>
      JSON.stringify([group, population, scored, rank_of]),
    ),
  );
};

/** An answer about every component at once: each of them in the same form. */
export const servedRankings = (answer: Answer | Problem): string | undefined => {
  if (answer instanceof Problem) return servedProblem(answer);
  const { data, meta } = answer.body as Json;
  const each = Object.entries<Json>(meta.components ?? {}).map(([component, own]) => {
    const rows = data.filter((row: Json) => row.component === component);
    return `${component}: ${servedRanking({ body: { data: rows, meta: { ...meta, ...own } } })}`;
  });
  return each.sort().join('\n');
};

const servedProblem = ({ status, code, more }: Problem): string | undefined => {
  if (code === 'withdrawn') return gone(code, more.withdrawn_at, more.reason);
  if (code === 'component-dropped') return gone(code, more.dropped_at, more.reason);
  return status === 404 ? (code === 'no-such-group' ? code : 'none') : undefined;
};

/** A draft's rows: when and why it was recorded is its writer's business. */
export const servedDraft = ({ body }: Answer): string => {
  const { data, meta } = body as Json;
  const publication = { ...meta.publication, at: '', reason: '' };
  return servedRanking({ body: { data, meta: { ...meta, publication } } }) ?? '';
};

export const expectedDraft = ({ revision, base, content }: KnownRevision): string => {
  const draft = { entry: base, revision, at: '', cause: 'draft', reason: '', content } as Entry;
  return expectedRanking({ last: draft, earlier: null }, 'total', undefined, true);
};

const gone = (why: string, at: unknown, reason: unknown): string => JSON.stringify([why, at, reason]);

/** What is official of a component: an entry, measured against another; as part of `head` where that is a later one. */
export type Standing = { last: Entry; earlier: Entry | null; head?: Entry };

/** Entries never change, so neither does what follows from them; every answer is held against many of them. */
const known = new WeakMap<Entry, Map<string, string>>();

/** The same of a standing. `ever`: whether the release ever had the component. */
export const expectedRanking = (
  standing: Standing | null,
  component: string,
  asked: string | undefined,
  ever: boolean,
): string => {
  if (!standing || !ever) return 'none';
  const { last, earlier, head } = standing;
  const ofLast = known.get(last) ?? new Map<string, string>();
  known.set(last, ofLast);
  const key = `${earlier?.entry} ${head?.entry} ${component} ${asked}`;
  const text = ofLast.get(key) ?? rankingText(standing, component, asked);
  ofLast.set(key, text);
  return text;
};

const rankingText = (standing: Standing, component: string, asked: string | undefined): string => {
  const { last, earlier, head = last } = standing;
  const { content, at, reason } = last;
  if (!content) return gone('withdrawn', at, reason);
  if (!content.scores[component]) return gone('component-dropped', at, reason);
  const groups = asked === undefined ? officialGroupsOf(content) : groupsOf(content).filter((one) => one === asked);
  if (groups.length === 0) return 'no-such-group';
  const moves = groups.map((group) => movesOf(content, earlier, component, group));
  return asText(
    [
      { entry: head.entry, revision: head.revision, at: head.at, cause: head.cause, reason: head.reason },
      content.methodology,
      content.version,
    ],
    [moves[0]?.against, moves[0]?.verdict],
    content.extent,
    groups.flatMap((group, i) =>
      rankedRows(content, component, group).map((row) => {
        const full = { ...row, ...moves[i]?.of(row) } as Record<string, unknown>;
        return JSON.stringify([
          row.group,
          row.unit,
          content.methodology,
          head.revision,
          ...ROW.map((field) => full[field]),
        ]);
      }),
    ),
    groups.map((group) => JSON.stringify([group, ...Object.values(coverageOf(content, component, group))])),
  );
};
