import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { isPublication, lastEntryOf } from '@chi-so/domain/log';
import { diffOf } from '@chi-so/domain/release-diff';
import { rowsOf } from '@chi-so/domain/release-file';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { notFound } from '@chi-so/runtime/problem';
import { listAcknowledgements } from '@chi-so/storage/acknowledgements';
import type { Table } from '@chi-so/storage/client';
import { getEmbargo } from '@chi-so/storage/embargoes';
import { readLog } from '@chi-so/storage/logs';
import { getRevision, listRevisions, type Revision } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { countsOf, MOST_ROWS, shownFindings } from './report.ts';
import { namedRevision } from './revision-of-request.ts';
import type { Stores } from './stores.ts';
import { oneRelease } from './which-release.ts';

/** Revisions as those see them who may write: drafts too, with what the gates found. Always read consistently. */

const NOT_CACHED = { 'cache-control': 'no-store' };

/** `GET /v1/drafts/{index}/{period}?set=&edition=`: every revision of a release, the newest first. */
export const listDrafts = async ({ records }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const release = await oneRelease(records, request);
  const [revisions, log, waiting] = await Promise.all([
    listRevisions(records, release),
    readLog(records, logOf(release)),
    getEmbargo(records, release),
  ]);
  const official = lastEntryOf(log, release.period);
  const ever = new Set(log.filter(({ period }) => period === release.period).map(({ revision }) => revision));
  return {
    headers: NOT_CACHED,
    body: {
      data: revisions.toReversed().map((revision) => ({
        ...release,
        ...summaryOf(revision),
        status:
          official?.revision === revision.revision ? 'published' : ever.has(revision.revision) ? 'superseded' : 'draft',
      })),
      meta: { entry: official?.entry ?? 0, embargo: waiting?.state === 'waiting' ? waiting : null },
      next: null,
    },
  };
};

const summaryOf = (revision: Revision) => {
  const { base_entry, pins, source, sha256, cause, reason, actor, recorded_at, findings } = revision;
  return {
    revision: revision.revision,
    base_entry,
    methodology: pins.methodology,
    source,
    sha256,
    cause,
    reason,
    actor,
    recorded_at,
    ...countsOf(findings),
  };
};

export const draftUrl = ({ index, period, unit_set, edition }: ReleaseId, revision: number, offset: number): string =>
  `/v1/drafts/${index}/${period}/${revision}?set=${unit_set}&edition=${edition}&offset=${offset}`;

/**
 * `GET /v1/drafts/{index}/{period}/{revision}?offset=`: one revision with its rows, its findings and who acknowledged them.
 */
export const getDraft = async ({ records }: Stores, request: Request): Promise<Answer> => {
  const query = parameters(request.query, ['set', 'edition', 'offset']);
  const offset = query.offset === undefined ? 0 : wholeNumber('offset', query.offset, 0, 10_000_000);
  const { release, revision } = await namedRevision(records, request);
  const [units, acknowledgements] = await Promise.all([
    getScores(records, release, revision.manifest),
    listAcknowledgements(records, release, revision.revision),
  ]);
  const rows = rowsOf(units);
  const end = offset + MOST_ROWS;
  return {
    headers: NOT_CACHED,
    body: {
      data: rows
        .slice(offset, end)
        .map(({ row: _row, ...row }) => ({ ...release, ...row, revision: revision.revision })),
      meta: {
        rows: rows.length,
        ...summaryOf(revision),
        announcement: revision.announcement,
        acknowledgements: [...revision.acknowledgements, ...acknowledgements],
        findings: shownFindings(revision.findings, request.lang),
      },
      next: end < rows.length ? draftUrl(release, revision.revision, end) : null,
    },
  };
};

/** `GET /v1/drafts/{index}/{period}/{revision}/diff?against=`: cell by cell; against what is published where left out. */
export const getDiff = async ({ records }: Stores, request: Request): Promise<Answer> => {
  const { against } = parameters(request.query, ['set', 'edition', 'against']);
  const { release, revision } = await namedRevision(records, request);
  const other = against === undefined ? await published(records, release) : wholeNumber('against', against, 1, 999_999);
  const before = other === null ? undefined : await getRevision(records, release, other);
  if (other !== null && !before) {
    throw notFound(
      `Không có bản ${other} của ${releaseName(release)}`,
      `${releaseName(release)} has no revision ${other}`,
    );
  }
  const [old, now] = await Promise.all([
    before ? getScores(records, release, before.manifest) : [],
    getScores(records, release, revision.manifest),
  ]);
  const { cells, ...counts } = diffOf(old, now, MOST_ROWS);
  return {
    headers: NOT_CACHED,
    body: {
      data: cells.map((cell) => ({ ...release, ...cell })),
      meta: { revision: revision.revision, against: other, ...counts },
      next: null,
    },
  };
};

const published = async (records: Table, release: Parameters<typeof releaseName>[0]): Promise<number | null> => {
  const last = lastEntryOf(await readLog(records, logOf(release)), release.period);
  return isPublication(last) ? last.revision : null;
};
