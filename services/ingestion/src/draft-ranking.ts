import { officialGroups, rankingResponse } from '@chi-so/contract/ranking-response';
import { type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import { type RankingDocument, rankingDocument } from '@chi-so/domain/ranking-document';
import { componentsOfRelease } from '@chi-so/domain/release-file';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { notFound } from '@chi-so/runtime/problem';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import type { Revision } from '@chi-so/storage/revisions';
import { readScores } from '@chi-so/storage/scores';
import { namedRevision } from './revision-of-request.ts';
import type { Stores } from './stores.ts';

/**
 * `GET /v1/drafts/{index}/{period}/{revision}/ranking?component=&group=`: how a revision would rank, made when it is asked
 * for: few look, each a few times, and whoever has just uploaded a file sees it at once (decision 14).
 */
export const getDraftRanking = async ({ records }: Stores, request: Request): Promise<Answer> => {
  const { component = TOTAL, group } = parameters(request.query, ['set', 'edition', 'component', 'group']);
  const { release, revision } = await namedRevision(records, request);
  const document = await provisionalRanking(records, release, revision, component);
  const groups = document.ranking.groups.filter((each) => each.group === group);
  if (group !== undefined && groups.length === 0) {
    throw notFound(`Không có khối "${group}"`, `There is no group "${group}"`);
  }
  const { data, meta } = rankingResponse(
    { document, degraded: null },
    group === undefined ? officialGroups(document) : groups,
    request.lang,
  );
  return { headers: { 'cache-control': 'no-store' }, body: { data, meta: { ...meta, status: 'draft' }, next: null } };
};

const provisionalRanking = async (
  records: Table,
  release: ReleaseId,
  { revision, base_entry, recorded_at, reason, pins, source, announcement, manifest }: Revision,
  component: string,
): Promise<RankingDocument> => {
  const [pick, methodology, unit_set] = await Promise.all([
    readScores(records, release),
    getMethodology(records, release.index, pins.methodology, pins.methodology_version),
    getUnitSet(records, release.unit_set, pins.unit_set_version),
  ]);
  if (!methodology || !unit_set) throw new Error(`${releaseName(release)} pins catalogue versions that are not there`);
  const units = pick(manifest);
  if (!componentsOfRelease(methodology, units).includes(component)) {
    throw notFound(
      `Bản ${revision} không có chỉ số thành phần "${component}"`,
      `Revision ${revision} has no component "${component}"`,
    );
  }
  const publication = { entry: base_entry, revision, at: recorded_at, cause: 'draft' as const, reason };
  return rankingDocument({ release, publication, pins, source, announcement, units, methodology, unit_set }, component);
};
