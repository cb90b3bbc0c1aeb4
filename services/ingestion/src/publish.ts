import { PublishBody, WithdrawBody } from '@chi-so/contract/release-body';
import { errorsIn } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import { isPublication, lastEntryOf } from '@chi-so/domain/log';
import { checkRelease } from '@chi-so/domain/release-check';
import { componentsOfRelease, rowsOf } from '@chi-so/domain/release-file';
import type { Answer, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import { getMethodology, getUnitSet } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import type { Revision } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { requirePublishable } from './acknowledge.ts';
import { append } from './append-entry.ts';
import { actorOf, ifMatchOf, requestIdOf } from './caller.ts';
import { embargo } from './embargo.ts';
import { requireSomebodyElse } from './four-eyes.ts';
import { ifMatchRequired, notPublished, publicationAnswer, publish, staleBase } from './publication.ts';
import { unreadable } from './report.ts';
import { namedRevision } from './revision-of-request.ts';
import type { Stores } from './stores.ts';
import { oneRelease } from './which-release.ts';

/** `POST …/revisions/{revision}/publish`: a draft becomes official, or an older revision does again (rollback). */
export const postPublish = async (stores: Stores, request: Request): Promise<Answer> => {
  const { records, now } = stores;
  parameters(request.query, ['set', 'edition']);
  const { reason, methodology, publish_at } = jsonBody(PublishBody, request);
  const { release, revision } = await namedRevision(records, request);
  requireSomebodyElse(stores, request, revision.actor);
  const under = methodology ? await underMethodology(records, release, revision, methodology) : revision;
  await requirePublishable(records, release, revision);
  const asked = {
    base: ifMatchOf(request),
    reason: reason ?? revision.reason,
    actor: actorOf(request),
    request_id: requestIdOf(request),
  };
  if (publish_at !== undefined) {
    if (!methodology) return embargo(stores, release, under, publish_at, asked);
    throw invalidRequest('publish_at không đi cùng methodology', 'publish_at does not go with methodology');
  }
  return publicationAnswer(release, await publish(records, release, under, { ...asked, now }));
};

/** The revision's content under another methodology, or another version of its own: it must be sound there too. */
const underMethodology = async (
  records: Table,
  release: ReleaseId,
  revision: Revision,
  { methodology: id, version }: { methodology: string; version: number },
): Promise<Revision> => {
  const { pins, manifest, announcement, source } = revision;
  const [methodology, unitSet, units] = await Promise.all([
    getMethodology(records, release.index, id, version),
    getUnitSet(records, release.unit_set, pins.unit_set_version),
    getScores(records, release, manifest),
  ]);
  if (!methodology || !unitSet) {
    throw notFound(
      `Không có phương pháp ${id} bản ${version}`,
      `There is no version ${version} of the methodology ${id}`,
    );
  }
  const findings = checkRelease(
    { release, methodology: id, source, announcement, rows: rowsOf(units) },
    unitSet,
    methodology,
  );
  if (errorsIn(findings).length > 0) throw unreadable(findings);
  return {
    ...revision,
    pins: { ...pins, methodology: id, methodology_version: version },
    components: componentsOfRelease(methodology, units),
  };
};

/** `POST …/withdraw`: nothing is official any more; what was stays readable by revision and as of its time. */
export const postWithdraw = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const { reason } = jsonBody(WithdrawBody, request);
  const release = await oneRelease(records, request);
  const base = ifMatchOf(request);
  if (base === undefined) throw ifMatchRequired();
  const entry = await append(
    records,
    release,
    { reason, actor: actorOf(request), request_id: requestIdOf(request), revision: null, now },
    (log) => {
      const last = lastEntryOf(log, release.period);
      if (!isPublication(last)) throw notPublished(release);
      if (last.entry !== base) throw staleBase(last);
      return { revision: null, cause: 'withdraw' };
    },
  );
  return publicationAnswer(release, entry);
};
