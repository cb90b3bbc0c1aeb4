import { logOf, type ReleaseId, releaseName } from '@chi-so/domain/identity';
import { baseEntryOf } from '@chi-so/domain/log';
import type { Answer } from '@chi-so/runtime/http';
import { logger } from '@chi-so/runtime/logger';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import { dueEmbargoes, type Embargo, putEmbargo, settleEmbargo } from '@chi-so/storage/embargoes';
import { readLog } from '@chi-so/storage/logs';
import { getRevision, type Revision } from '@chi-so/storage/revisions';
import { requirePublishable } from './acknowledge.ts';
import { publish, staleBase } from './publication.ts';
import type { Stores } from './stores.ts';

/** Publications at a given time. They are checked when they are asked for and once more when their time has come. */

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
  const kept = await putEmbargo(records, waiting, audit);
  if (kept.request_id !== request_id) {
    throw new Problem(409, 'embargo-exists', {
      vi: `Bản ${revision.revision} đã được hẹn công bố vào lúc này`,
      en: `Revision ${revision.revision} is to be published then already`,
    });
  }
  return { status: 202, body: { data: [shown(kept)], meta: { status: 'embargoed' }, next: null } };
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
  return counts;
};
