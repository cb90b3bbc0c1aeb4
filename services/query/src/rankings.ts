import { fingerprint } from '@chi-so/contract/cursor';
import { nextLink } from '@chi-so/contract/page';
import { rankingList, rankingPin } from '@chi-so/contract/ranking-pages';
import { type RankingRow, rankingResponse, rankingsResponse } from '@chi-so/contract/ranking-response';
import { type ReleaseId, TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Answer, Cache } from '@chi-so/runtime/answer';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Request } from '@chi-so/runtime/http';
import { instantOf, parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidRequest } from '@chi-so/runtime/problem';
import { findAnswers, getAnswer } from '@chi-so/storage/answers';
import type { StoredRanking } from '@chi-so/storage/ranking-body';
import { getRankingAsOf, getRankingOfRevision, type Wanted } from '@chi-so/storage/rankings';
import { askedGroups } from './asked-groups.ts';
import { cacheAsOf } from './cache-as-of.ts';
import { currentComponent, currentComponents, present } from './current-components.ts';
import { type AskedFormat, FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { askedCursor, PAGE_PARAMETERS } from './formats/asked-page.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import { asOnFirstPage, type StoredDocument } from './ranking-of-page.ts';
import type { Tables } from './tables.ts';
import { currentOf, namedRelease, onlyRelease, wantedRelease } from './which-release.ts';

const CHOOSING = ['set', 'edition', 'group', 'component', 'as_of', 'revision'] as const;
const KNOWN = [...CHOOSING, ...FORMAT_PARAMETERS, ...PAGE_PARAMETERS] as const;
type Query = Partial<Record<(typeof KNOWN)[number], string>>;

/** Every component of a release at once. */
const EVERY = '*';

/** `GET /v1/rankings/{index}/{period}`: the official ranking, or the one of a revision or of an instant. */
export const getRankings = (tables: Tables, request: Request, now: Date): Promise<Answer> =>
  tableAnswer(request, (asked) =>
    isRendered(request, asked) ? renderedAnswer(tables, request, asked) : findRankings(tables, request, asked, now),
  );

/** What is asked for is what was rendered when it was ranked. */
const isRendered = ({ query, lang }: Request, { format }: AskedFormat): boolean =>
  format === 'json' &&
  lang === 'vi' &&
  (query.component ?? TOTAL) === TOTAL &&
  !(query.group || query.as_of || query.revision) &&
  PAGE_PARAMETERS.every((name) => query[name] === undefined);

const renderedAnswer = async (
  { records, rankings }: Tables,
  { query: given }: Request,
  { path }: AskedFormat,
): Promise<Answer> => {
  const { release, stored } = await currentOf(
    records,
    wantedRelease(path, parameters(given, KNOWN, path)),
    (named) => getAnswer(rankings, named),
    (wanted) => findAnswers(rankings, wanted),
  );
  const { gzipped, next } = await present(rankings, release, TOTAL, stored);
  return { ...(next === null ? {} : { headers: { link: nextLink(next) } }), body: undefined, gzipped };
};

/** The rows and what is known of them; files are made of the same. */
export const findRankings = async (
  { records, rankings }: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
  { path }: Pick<AskedFormat, 'path'>,
  now: Date = new Date(),
): Promise<FoundTable> => {
  const query = parameters(given, KNOWN, path);
  if (query.as_of && query.revision) {
    throw invalidRequest('Chỉ dùng một trong hai: as_of hoặc revision', 'Use either as_of or revision');
  }
  const { group } = query;
  const component = checkedId('component', query.component ?? TOTAL);
  const wanted = wantedRelease(path, query);
  const groupsOf = (document: RankingDocument) => askedGroups(document, group);
  if (component === EVERY) {
    if (query.as_of || query.revision) throw onlyCurrent();
    const { release, every } = await currentComponents({ records, rankings }, wanted);
    return foundTable(release, query, every, rankingsResponse(every, groupsOf, lang));
  }
  const { release, stored, cache } = await oneComponent({ records, rankings }, wanted, component, query, now);
  const ranked = await asOnFirstPage(
    rankings,
    component,
    await present(rankings, release, component, stored),
    askedCursor(query)?.pin,
  );
  const response = rankingResponse(ranked, groupsOf(ranked.document), lang);
  // What is damaged is mended some day, and another release may fit a name that is not whole.
  const mayChange = ranked.degraded !== null || !namedRelease(wanted);
  return {
    ...foundTable(release, query, [ranked], response),
    cache: cache === 'fixed' && mayChange ? 'current' : cache,
  };
};

type Found = { release: ReleaseId; stored: StoredRanking | undefined; cache: Cache };

/** One component as it is now, or as it was: the past does not change any more, and may be kept. */
const oneComponent = async (
  { records, rankings }: Tables,
  wanted: Wanted,
  component: string,
  { as_of, revision }: Query,
  now: Date,
): Promise<Found> => {
  if (!as_of && !revision) {
    return { ...(await currentComponent({ records, rankings }, wanted, component)), cache: 'current' };
  }
  const instant = as_of && instantOf(as_of);
  const number = revision ? wholeNumber('revision', revision, 1, 999_999) : 0;
  const release = namedRelease(wanted) ?? (await onlyRelease(records, wanted));
  if (instant) {
    const stored = await getRankingAsOf(rankings, release, component, instant);
    return { release, stored, cache: cacheAsOf(instant, now) };
  }
  const { stored, isSettled } = await getRankingOfRevision(rankings, release, component, number);
  return { release, stored, cache: isSettled ? 'fixed' : 'current' };
};

const onlyCurrent = () =>
  invalidRequest(
    'component=* chỉ dùng cho bản hiện hành; với as_of hoặc revision hãy nêu từng chỉ số thành phần',
    'component=* is for what is official now; with as_of or revision name each component',
  );

const foundTable = (
  release: ReleaseId,
  query: Query,
  ranked: readonly StoredDocument[],
  { data, meta }: { data: RankingRow[]; meta: object },
): FoundTable => {
  const { index, period } = release;
  const { set, edition, group, component = TOTAL, revision, as_of } = query;
  const [only, ...others] = ranked;
  return {
    table: 'rankings',
    rows: data,
    meta,
    list: {
      ...rankingList(release, Object.fromEntries(CHOOSING.map((name) => [name, query[name]]))),
      pin: () => (only && others.length === 0 ? rankingPin(only) : fingerprint(ranked.map(rankingPin).join())),
    },
    names: new Map(ranked.flatMap(({ document }) => document.ranking.units.map((unit) => [unit.unit, unit]))),
    file: [
      ...[index, period, set, edition, group, component === EVERY ? 'components' : component],
      ...[revision && `r${revision}`, as_of && `as-of-${as_of}`],
    ].filter((part) => part !== undefined),
  };
};
