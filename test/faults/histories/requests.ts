import { postAcknowledge } from '@chi-so/ingestion/acknowledge';
import { getDraftRanking } from '@chi-so/ingestion/draft-ranking';
import type { ReleaseReport } from '@chi-so/ingestion/draft-release';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { postPublish, postWithdraw } from '@chi-so/ingestion/publish';
import { getChanges } from '@chi-so/query/changes';
import { getRankings } from '@chi-so/query/rankings';
import { getSeriesOfUnits } from '@chi-so/query/series';
import type { Answer, Request } from '@chi-so/runtime/http';
import { writerRequest } from '../writer-request.ts';
import { INDEX, SET, UNITS } from './catalogue.ts';
import { type Content, type Correction, correctionBody, releaseBody } from './contents.ts';
import type { Tools } from './tools.ts';

/** What writers and readers send, as the gateway hands it on. */

export type Release = { edition: string; period: string };

export const releaseIdOf = ({ edition, period }: Release) => ({ index: INDEX, unit_set: SET, edition, period });
const where = ({ edition }: Release) => ({ set: SET, edition });
const path = ({ period }: Release) => ({ index: INDEX, period });
const headersOf = (id: string, base: number | null) => ({
  'idempotency-key': id,
  ...(base === null ? {} : { 'if-match': `"${base}"` }),
});

export const upload = async (
  { stores }: Tools,
  release: Release,
  content: Content,
  id: string,
): Promise<ReleaseReport> => {
  const bytes = Buffer.from(JSON.stringify(releaseBody(content, releaseIdOf(release))));
  const file = { bytes, contentType: 'application/json', said: {}, actor: 'tester', owned: ['*'], request_id: id };
  const { releases } = await ingestFile(stores, file, false);
  const [report] = releases;
  if (!report) throw new Error('The file holds no release');
  return report;
};

export const acknowledge = (tools: Tools, release: Release, revision: number, rules: string[], id: string) =>
  postAcknowledge(
    tools.stores,
    writerRequest(
      { ...path(release), revision: String(revision) },
      where(release),
      { rules, reason: 'known' },
      headersOf(id, null),
    ),
  );

export type Named = { id: string; reason: string; base: number | null };

export const publish = (
  tools: Tools,
  release: Release,
  revision: number,
  pins: { methodology: string; version: number } | null,
  { id, reason, base }: Named,
): Promise<Answer> =>
  postPublish(
    tools.stores,
    writerRequest(
      { ...path(release), revision: String(revision) },
      where(release),
      { reason, ...(pins ? { methodology: pins } : {}) },
      headersOf(id, base),
    ),
  );

export const withdraw = (tools: Tools, release: Release, { id, reason, base }: Named): Promise<Answer> =>
  postWithdraw(tools.stores, writerRequest(path(release), where(release), { reason }, headersOf(id, base)));

export const correct = (
  tools: Tools,
  release: Release,
  corrections: readonly Correction[],
  publishes: boolean,
  { id, reason, base }: Named,
): Promise<Answer> =>
  patchScores(
    tools.stores,
    writerRequest(
      path(release),
      { ...where(release), ...(publishes ? { publish: 'true' } : {}) },
      correctionBody(reason, corrections),
      headersOf(id, base),
    ),
  );

const readRequest = (given: Record<string, string>, query: Record<string, string>): Request => ({
  ...writerRequest(given, query, {}),
  caller: undefined,
});

export type RankingQuery = { component?: string; group?: string; revision?: string; as_of?: string };

export const readRanking = (tools: Tools, release: Release, query: RankingQuery): Promise<Answer> =>
  getRankings(tools, readRequest(path(release), { ...where(release), ...query }), tools.stores.now());

/** How a draft would rank: for those who may write. */
export const readDraft = ({ stores }: Tools, release: Release, revision: number): Promise<Answer> =>
  getDraftRanking(stores, writerRequest({ ...path(release), revision: String(revision) }, where(release), {}));

export const readSeries = (tools: Tools, edition: string, component: string): Promise<Answer> =>
  getSeriesOfUnits(tools, readRequest({}, { index: INDEX, edition, component, unit: UNITS.join() }));

export const readChanges = (tools: Tools, since: number, limit?: number): Promise<Answer> =>
  getChanges(tools, readRequest({}, { since: String(since), ...(limit ? { limit: String(limit) } : {}) }));
