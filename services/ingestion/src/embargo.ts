import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf } from '@chi-so/domain/log';
import type { Answer, Request } from '@chi-so/runtime/http';
import { logger } from '@chi-so/runtime/logger';
import { record } from '@chi-so/runtime/metrics';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import { dueEmbargoes, type Embargo, getEmbargo, putEmbargo, settleEmbargo } from '@chi-so/storage/embargoes';
import { readLog } from '@chi-so/storage/logs';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { requirePublishable } from './acknowledge.ts';
import { actorOf, requestIdOf } from './caller.ts';
import { publish, staleBase } from './publication.ts';
import type { Stores } from './stores.ts';
import { oneRelease } from './which-release.ts';

/**
 * Publications at a given time. What the gates found when the draft was made decides, when it is asked for and once more when
 * the time has come; so does the base that its user saw.
 */

type Asked = { base: number | undefined; reason: string | null; actor: string; request_id: string };

const FURTHEST = 366 * 24 * 3600 * 1000;

/** A publication that waits for `publish_at`, on the base that its user sees now. */
export const embargo = async (
  { records, now }: Stores,
  release: ReleaseId,
  revision: Revision,
  publishAt: string,
  { base, reason, actor, request_id }: Asked,
): Promise<Answer> => {
  const time = Date.parse(publishAt);
  const wait = time - now().getTime();
  if (Number.isNaN(time) || wait <= 0 || wait > FURTHEST) {
    throw invalidRequest(
      'publish_at phải là thời điểm UTC trong vòng một năm tới, như 2027-05-06T02:00:00Z',
      'publish_at must be a UTC instant within the next year, such as 2027-05-06T02:00:00Z',
    );
  }
  const log = await readLog(records, logOf(release));
  const seen = base ?? revision.base_entry;
  if (baseEntryOf(log, release.period) !== seen)
    throw staleBase(log.findLast(({ period }) => period === release.period));
  const waiting: Embargo = {
    release,
    revision: revision.revision,
    publish_at: new Date(time).toISOString(),
    base: seen,
    reason,
    actor,
    request_id,
    state: 'waiting',
    message: null,
  };
  const audit = { at: now().toISOString(), actor, action: 'embargo', target: releaseName(release), reason, request_id };
  const earlier = await getEmbargo(records, release);
  // A repeated request finds what it has done.
  const kept = earlier?.request_id === request_id ? earlier : waiting;
  if (kept === waiting && (await putEmbargo(records, waiting, earlier, audit)) === 'moved') throw moved(release);
  return { status: 202, body: { data: [shown(kept)], meta: { status: kept.state }, next: null } };
};

const moved = (release: ReleaseId): Problem =>
  new Problem(409, 'moved', {
    vi: `Giờ công bố của ${releaseName(release)} vừa được người khác sửa; hãy xem lại`,
    en: `The embargo of ${releaseName(release)} has just been changed by somebody else; look again`,
  });

/** `DELETE /v1/releases/{index}/{period}/embargo?set=&edition=`: what waits is not published by itself any more. */
export const deleteEmbargo = async ({ records, now }: Stores, request: Request): Promise<Answer> => {
  parameters(request.query, ['set', 'edition']);
  const release = await oneRelease(records, request);
  const seen = await getEmbargo(records, release);
  if (seen?.state !== 'waiting' && seen?.state !== 'cancelled') {
    throw notFound(`${releaseName(release)} không có hẹn giờ công bố`, `${releaseName(release)} has no embargo`);
  }
  const [actor, request_id] = [actorOf(request), requestIdOf(request)];
  const cancelled: Embargo = { ...seen, state: 'cancelled' };
  const audit = {
    at: now().toISOString(),
    actor,
    action: 'cancel-embargo',
    target: releaseName(release),
    reason: null,
    request_id,
  };
  if (seen.state === 'waiting' && (await putEmbargo(records, cancelled, seen, audit)) === 'moved') throw moved(release);
  return { body: { data: [shown(cancelled)], meta: { status: 'cancelled' }, next: null } };
};

const shown = ({ release, ...waiting }: Embargo) => ({ ...release, ...waiting });

/** Publishes what is due. One that cannot be published any more says why and stops nobody else. */
export const publishDue = async (stores: Stores): Promise<{ published: number; failed: number }> => {
  const { records, now } = stores;
  const counts = { published: 0, failed: 0 };
  for (const due of await dueEmbargoes(records, now())) {
    const { release, revision: number, base, reason, actor, request_id } = due;
    try {
      const revision = await getRevision(records, release, number);
      if (!revision) throw new Error(`${releaseName(release)} has no revision ${number}`);
      await requirePublishable(records, release, revision);
      await publish(records, release, revision, { base, reason, actor, request_id, now });
      await settleEmbargo(records, { ...due, state: 'published' });
      counts.published++;
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) {
        logger.error('embargo left for the next minute', error as Error);
        continue;
      }
      logger.error('embargo failed', error);
      await settleEmbargo(records, { ...due, state: 'failed', message: error.message });
      counts.failed++;
    }
  }
  record('EmbargoesFailed', counts.failed);
  return counts;
};
