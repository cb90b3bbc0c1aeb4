import { type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { isPublication, type LogEntry } from '@chi-so/domain/log';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { readLog } from '@chi-so/storage/logs';
import type { ReadTable } from '@chi-so/storage/read-table';
import { listReleases, releaseSummary } from '@chi-so/storage/releases';
import { getRevisions, type Revision } from '@chi-so/storage/revisions';
import { FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { listOfRows, PAGE_PARAMETERS } from './formats/asked-page.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';
import { namedRelease, noRelease, onlyRelease, wantedRelease } from './which-release.ts';

/** `GET /v1/releases?index=`: every release with its state; of all indices where none is named. */
export const getReleases = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findReleases(tables, request));

export const findReleases = async ({ records }: Tables, { query }: Request): Promise<FoundTable> => {
  const { index } = parameters(query, ['index', ...FORMAT_PARAMETERS, ...PAGE_PARAMETERS]);
  const rows = await listReleases(records, index ? checkedId('index', index) : undefined);
  const list = listOfRows('/v1/releases', { index }, rows);
  return { table: 'releases', rows, meta: {}, list, file: ['releases', ...(index ? [index] : [])] };
};

/**
 * `GET /v1/releases/{index}/{period}?set=&edition=`: where a release comes from and every publication of it, oldest
 * first. Drafts are nobody's business here.
 */
export const getReleaseHistory = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const release = await releaseNamed(records, request);
  const log = (await readLog(records, release)).filter(({ period }) => period === release.period);
  const revisions = await publishedRevisions(records, release, log);
  const [last, shown] = [
    log.at(-1),
    revisions.find(({ revision }) => revision === log.findLast(isPublication)?.revision),
  ];
  if (!last || !shown) throw noRelease(release);
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
      meta: { release: releaseSummary(release, last, shown), revisions: revisions.map(described) },
      next: null,
    },
  };
};

/** The release that the address names: of the list, where set or edition is left out and one fits. */
const releaseNamed = (records: ReadTable, { path, query }: Request): Promise<ReleaseId> => {
  const wanted = wantedRelease(path, parameters(query, ['set', 'edition']));
  const named = namedRelease(wanted);
  return named ? Promise.resolve(named) : onlyRelease(records, wanted);
};

/** Every revision that was ever official, in the order in which it first was: by one read, whatever their number. */
const publishedRevisions = async (
  records: ReadTable,
  release: ReleaseId,
  log: readonly LogEntry[],
): Promise<Revision[]> => {
  const numbers = [...new Set(log.filter(isPublication).map(({ revision }) => revision))];
  const found = await getRevisions(records, release, numbers);
  return numbers.map((number) => {
    const revision = found.find((one) => one.revision === number);
    if (!revision) throw new Error(`${releaseName(release)} lacks revision ${number}`);
    return revision;
  });
};

/** What is told of a revision. */
const described = ({ revision, manifest, components, announcement, source, pins, sha256, ...made }: Revision) => ({
  revision,
  cause: made.cause,
  reason: made.reason,
  recorded_at: made.recorded_at,
  sha256,
  ...pins,
  units: Object.keys(manifest).length,
  components,
  ...announcement,
  source,
});
