import { releaseName } from '@chi-so/domain/identity';
import { isPublication } from '@chi-so/domain/log';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { notFound, Problem } from '@chi-so/runtime/problem';
import { listIndices } from '@chi-so/storage/catalogue';
import { readLog } from '@chi-so/storage/logs';
import { listReleases } from '@chi-so/storage/releases';
import { getRevision } from '@chi-so/storage/revisions';
import { FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { listOfRows, PAGE_PARAMETERS } from './formats/asked-page.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

/** `GET /v1/releases?index=`: every release with its state; of all indices where none is named. */
export const getReleases = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findReleases(tables, request));

export const findReleases = async ({ records }: Tables, { query }: Request): Promise<FoundTable> => {
  const { index } = parameters(query, ['index', ...FORMAT_PARAMETERS, ...PAGE_PARAMETERS]);
  const indices = index ? [index] : (await listIndices(records)).map((known) => known.index);
  const lists = await Promise.all(indices.map((each) => listReleases(records, each)));
  const rows = lists.flat();
  const list = listOfRows('/v1/releases', { index }, rows);
  return { table: 'releases', rows, meta: {}, list, file: ['releases', ...(index ? [index] : [])] };
};

/**
 * `GET /v1/releases/{index}/{period}?set=&edition=`: where a release comes from and every publication of it, oldest
 * first. Drafts are nobody's business here.
 */
export const getRelease = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const { index = '', period = '' } = request.path;
  const { set, edition } = parameters(request.query, ['set', 'edition']);
  const fitting = (await listReleases(records, index, period)).filter(
    (release) => (!set || release.unit_set === set) && (!edition || release.edition === edition),
  );
  const [release, ...others] = fitting;
  if (!release) throw notFound(`Không có đợt công bố ${index} ${period}`, `There is no release ${index} ${period}`);
  if (others.length > 0) {
    throw new Problem(
      400,
      'ambiguous-release',
      { vi: 'Có nhiều đợt công bố: hãy nêu set và edition', en: 'Several releases fit: name set and edition' },
      { candidates: fitting.map((one) => ({ set: one.unit_set, edition: one.edition, title: one.title })) },
    );
  }

  const log = (await readLog(records, release)).filter((entry) => entry.period === period);
  const revisions = [...new Set(log.filter(isPublication).map(({ revision }) => revision))];
  const described = await Promise.all(
    revisions.map(async (number) => {
      const revision = await getRevision(records, release, number);
      if (!revision) throw new Error(`${releaseName(release)} lacks revision ${number}`);
      const { manifest, components, announcement, source, pins, sha256, cause, reason, recorded_at } = revision;
      return {
        revision: number,
        cause,
        reason,
        recorded_at,
        sha256,
        ...pins,
        units: Object.keys(manifest).length,
        components,
        ...announcement,
        source,
      };
    }),
  );
  return {
    body: {
      data: log.map(({ entry, revision, at, cause, reason, ledger }) => ({
        entry,
        revision,
        at,
        cause,
        reason,
        change: ledger,
      })),
      meta: { release, revisions: described },
      next: null,
    },
  };
};
