import {
  officialGroups,
  type Ranked,
  type RankingRow,
  rankingResponse,
  rankingsResponse,
} from '@chi-so/contract/ranking-response';
import { comparePeriods, PERIOD_PATTERN, type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Answer, Request } from '@chi-so/runtime/http';
import { instantOf, parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import type { Gone, Labelled } from '@chi-so/storage/labelled';
import { getRanking, getRankingAsOf, getRankingOfRevision, getRankingsOfRelease } from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';
import { listReleases, type ReleaseSummary } from '@chi-so/storage/releases';
import { type AskedFormat, FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

const KNOWN = ['set', 'edition', 'group', 'component', 'as_of', 'revision', ...FORMAT_PARAMETERS] as const;

/** Every component of a release at once. */
const EVERY = '*';

/** `GET /v1/rankings/{index}/{period}`: the official ranking, or the one of a revision or of a day. */
export const getRankings = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, (asked) => findRankings(tables, request, asked));

/** The rows and what is known of them; files are made of the same. */
export const findRankings = async (
  { records, rankings }: Tables,
  request: Request,
  { path }: Pick<AskedFormat, 'path'>,
): Promise<FoundTable> => {
  const query = parameters(request.query, KNOWN);
  if (query.as_of && query.revision) {
    throw invalidRequest('Chỉ dùng một trong hai: as_of hoặc revision', 'Use either as_of or revision');
  }
  const release = await releaseOf(records, path, query);
  const component = query.component ?? TOTAL;
  const groupsOf = (document: RankingDocument) =>
    query.group ? groupOf(document, query.group) : officialGroups(document);
  if (component === EVERY) {
    const every = await everyComponent(rankings, release, query);
    return foundRankings(release, query, every, rankingsResponse(every, groupsOf, request.lang));
  }
  const stored = await read(rankings, release, component, query);
  if (!stored) throw await noRanking(rankings, release, component);
  if ('gone' in stored) throw gone(release, component, stored.gone);
  return foundRankings(release, query, [stored], rankingResponse(stored, groupsOf(stored.document), request.lang));
};

const foundRankings = (
  { index, period }: ReleaseId,
  query: Partial<Record<(typeof KNOWN)[number], string>>,
  ranked: readonly Ranked[],
  { data, meta }: { data: RankingRow[]; meta: object },
): FoundTable => {
  const { set, edition, group, component = TOTAL, revision, as_of } = query;
  return {
    table: 'rankings',
    rows: data,
    meta,
    names: new Map(ranked.flatMap(({ document }) => document.ranking.units.map((unit) => [unit.unit, unit]))),
    file: [
      ...[index, period, set, edition, group, component === EVERY ? 'components' : component],
      ...[revision && `r${revision}`, as_of && `as-of-${as_of}`],
    ].filter((part) => part !== undefined),
  };
};

const everyComponent = async (
  rankings: ReadTable,
  release: ReleaseId,
  { as_of, revision }: { as_of?: string; revision?: string },
): Promise<Ranked[]> => {
  if (as_of || revision) {
    throw invalidRequest(
      'component=* chỉ dùng cho bản hiện hành; với as_of hoặc revision hãy nêu từng chỉ số thành phần',
      'component=* is for what is official now; with as_of or revision name each component',
    );
  }
  const all = await getRankingsOfRelease(rankings, release);
  const documents = all.flatMap((stored) => ('document' in stored ? [stored] : []));
  const [first] = all;
  if (documents.length > 0) return documents;
  throw first && 'gone' in first ? gone(release, TOTAL, first.gone) : await noRanking(rankings, release, TOTAL);
};

const read = (
  rankings: ReadTable,
  release: ReleaseId,
  component: string,
  { as_of, revision }: { as_of?: string; revision?: string },
): Promise<Labelled<RankingDocument> | undefined> => {
  if (as_of) return getRankingAsOf(rankings, release, component, instantOf(as_of));
  if (revision)
    return getRankingOfRevision(rankings, release, component, wholeNumber('revision', revision, 1, 999_999));
  return getRanking(rankings, release, component);
};

const groupOf = (document: RankingDocument, asked: string) => {
  const group = document.ranking.groups.find((candidate) => candidate.group === asked);
  if (group) return [group];
  const known = document.ranking.groups.map((candidate) => candidate.group);
  throw new Problem(
    404,
    'no-such-group',
    {
      vi: `Không có khối "${asked}"; có: ${known.join(', ')}`,
      en: `There is no group "${asked}"; there are: ${known.join(', ')}`,
    },
    { candidates: known },
  );
};

/** The release that the URL means. Set and edition may be left out where one release fits; nothing is guessed. */
const releaseOf = async (
  records: ReadTable,
  { index = '', period = '' }: Record<string, string>,
  { set, edition }: { set?: string; edition?: string },
): Promise<ReleaseId> => {
  const isLatest = period === 'latest';
  if (!isLatest && !PERIOD_PATTERN.test(period)) {
    throw invalidRequest(
      `"${period}" không phải kỳ: hãy dùng 2019, 2025-H1, 2025-Q3 hoặc latest`,
      `"${period}" is not a period: use 2019, 2025-H1, 2025-Q3 or latest`,
    );
  }
  if (!isLatest && set && edition) return { index, period, unit_set: set, edition };

  const matching = (await listReleases(records, index, isLatest ? undefined : period)).filter(
    (release) => (!set || release.unit_set === set) && (!edition || release.edition === edition),
  );
  const fitting = isLatest ? latestOf(matching) : matching;
  const [only, ...others] = fitting;
  if (!only) {
    throw notFound(`Không có đợt công bố ${index} ${period}`, `There is no release ${index} ${period}`);
  }
  if (others.length === 0) return only;
  throw new Problem(
    400,
    'ambiguous-release',
    {
      vi: `Có ${fitting.length} đợt công bố ${index} ${period}: hãy nêu set và edition`,
      en: `There are ${fitting.length} releases ${index} ${period}: name set and edition`,
    },
    {
      candidates: fitting.map((release) => ({ set: release.unit_set, edition: release.edition, title: release.title })),
    },
  );
};

const latestOf = (releases: readonly ReleaseSummary[]): ReleaseSummary[] => {
  const published = releases.filter(({ status }) => status === 'published');
  const last = published
    .map(({ period }) => period)
    .sort(comparePeriods)
    .at(-1);
  return published.filter(({ period }) => period === last);
};

const noRanking = async (rankings: ReadTable, release: ReleaseId, component: string): Promise<Problem> => {
  const name = releaseName(release);
  const hasTotal = component !== TOTAL && (await getRanking(rankings, release, TOTAL));
  return hasTotal
    ? notFound(`${name} không có chỉ số thành phần "${component}"`, `${name} has no component "${component}"`)
    : notFound(`Không có thứ hạng của ${name}`, `There is no ranking of ${name}`);
};

const gone = (release: ReleaseId, component: string, { at, reason, why }: Gone): Problem => {
  const name = releaseName(release);
  if (why === 'unreadable') {
    return new Problem(
      503,
      'unreadable',
      {
        vi: `Chưa đọc được số liệu của ${name}; đang chờ khắc phục`,
        en: `The figures of ${name} cannot be read for now`,
      },
      { since: at },
    );
  }
  return why === 'withdrawn'
    ? new Problem(
        410,
        'withdrawn',
        { vi: `${name} đã bị thu hồi: ${reason ?? ''}`, en: `${name} was withdrawn: ${reason ?? ''}` },
        { withdrawn_at: at, reason },
      )
    : new Problem(
        410,
        'component-dropped',
        {
          vi: `Bản hiện hành của ${name} không có "${component}"`,
          en: `The current revision of ${name} has no "${component}"`,
        },
        { dropped_at: at, reason },
      );
};
