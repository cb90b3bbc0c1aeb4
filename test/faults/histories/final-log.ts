import { lastLedgerNumber, readLog } from '@chi-so/storage/logs';
import { listReleases } from '@chi-so/storage/releases';
import { EDITIONS, INDEX, SET } from './catalogue.ts';
import { Divergence, requireSame } from './divergence.ts';
import type { World } from './world.ts';

/**
 * The log at the end, as it is stored: nothing accepted is lost, nothing refused is there, and numbers have no
 * gaps.
 */
export const requireLog = async (world: World): Promise<void> => {
  const { model, backend } = world;
  const { records } = backend.tables;
  for (const edition of EDITIONS) {
    const stored = await readLog(records, { index: INDEX, unit_set: SET, edition });
    const observed = model.log.of(edition);
    requireSame(
      `The stored log ${edition}`,
      stored.map(({ entry, period, revision, at, request_id, ledger }) => [
        entry,
        period,
        revision,
        at,
        request_id,
        ledger,
      ]),
      observed.map(({ entry, period, revision, at, request_id, ledger }) => [
        entry,
        period,
        revision,
        at,
        request_id,
        ledger,
      ]),
    );
    for (const [i, { entry, at, request_id, period }] of stored.entries()) {
      if (entry !== i + 1) throw new Divergence(`The log ${edition} has a gap before ${entry}`);
      const before = stored[i - 1];
      if (before && before.at > at) throw new Divergence(`Time goes back in ${edition} at ${entry}`);
      if (stored.some((other) => other !== stored[i] && other.request_id === request_id && other.period === period))
        throw new Divergence(`${request_id} is twice in the log ${edition}`);
    }
  }
  requireSame('The last number of the ledger', await lastLedgerNumber(records), model.log.ledger.length);
  await requireReleases(world);
  requireAnswers(world);
};

const requireReleases = async ({ model, backend }: World): Promise<void> => {
  const listed = await listReleases(backend.tables.records, INDEX);
  const last = new Map(model.log.ledger.map((entry) => [`${entry.period} ${entry.edition}`, entry]));
  requireSame(
    'The list of releases',
    listed.map(({ period, edition, entry, revision, status }) => [period, edition, entry, revision, status]),
    [...last]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { period, edition, entry, revision, content }]) => [
        period,
        edition,
        entry,
        revision,
        content ? 'published' : 'withdrawn',
      ]),
  );
};

/**
 * A request that was refused has left nothing, and none was left without an answer. Only who names no base, and does not
 * wait for a try to end, may be refused by one try while the other finds the release in a state that will do.
 */
const requireAnswers = ({ model }: World): void => {
  for (const { id, edition, answer, saw, isLeftRunning } of model.asked.requests.values()) {
    const own = model.log.of(edition).find(({ request_id }) => request_id === id);
    if (answer === 'none') {
      if (own) throw new Divergence(`${id} is entry ${own.entry} and was never answered`);
    } else if ('refused' in answer && own && !(isLeftRunning && saw === null)) {
      throw new Divergence(`${id} was refused (${answer.refused}) and is entry ${own.entry}`);
    }
  }
};
