import { Problem } from '@chi-so/runtime/problem';
import { readLog } from '@chi-so/storage/logs';
import type { Asked } from './asked.ts';
import { Divergence, requireSame } from './divergence.ts';
import { type Named, type Release, readRanking, releaseIdOf } from './requests.ts';
import type { Step } from './script.ts';
import type { Tools } from './tools.ts';
import type { World } from './world.ts';

/** How a writer looks and asks: what it believes of each release, and every request that it has made, in the model. */

/** What a writer believes of a release: its last entry, and the revision that is official. */
export type View = { entry: number; revision: number | null };

/** An answer of success with the request that it is for; or why the request was refused. */
export type Told = { answered: unknown; asked: Asked } | { refused: Problem };

export const createAsking = (world: World, name: string) => {
  const { model } = world;
  const memory = new Map<string, View>();
  const keyOf = ({ edition, period }: Release) => `${edition} ${period}`;
  let requests = 0;
  const nextId = (): string => `${name}-${++requests}`;

  const look = async (release: Release, how: Step['looks']): Promise<View> => {
    const known = memory.get(keyOf(release));
    if (how === 'memory' && known) return known;
    const seen = await world.untilAnswered(`${name} looks`, (tools) =>
      how === 'ranking' ? viewServed(tools, release) : viewOfLog(tools, release),
    );
    const view = seen instanceof Problem ? { entry: 0, revision: null } : seen;
    memory.set(keyOf(release), view);
    return view;
  };

  const ask = async (
    release: Release,
    what: Asked['what'],
    /** What it names, and what it saw: it need not name that where the draft does. */
    { base, saw }: { base: number | null; saw: number | null },
    handler: (tools: Tools, named: Named) => Promise<unknown>,
  ): Promise<Told> => {
    const id = nextId();
    const asked: Asked = { id, ...release, reason: `because of ${id}`, saw, what, answer: 'none' };
    model.asked.requests.set(id, asked);
    // A mutation: a writer that does not care what it saw.
    const named = world.mutant.namesCurrentBase ? (await look(release, 'log')).entry : base;
    const answer = await world.untilAnswered(id, (tools) => handler(tools, { id, reason: asked.reason, base: named }));
    if (!(answer instanceof Problem)) return { answered: answer, asked };
    asked.answer = { refused: answer.status };
    const { entry, revision = null } = (answer.more.current ?? {}) as Partial<View>;
    if (entry !== undefined) memory.set(keyOf(release), { entry, revision });
    return { refused: answer };
  };

  /** What was answered with success is in the log, and stands on what the answer says. */
  const accepted = (release: Release, { answered, asked }: Extract<Told, { asked: Asked }>): void => {
    const { data, meta } = (answered as { body: { data: View[]; meta: { base_entry?: number | null } } }).body;
    const [view = { entry: 0, revision: null }] = data;
    memory.set(keyOf(release), view);
    const log = model.log.of(release.edition);
    const entry = log[view.entry - 1];
    if (!entry) throw new Divergence(`${asked.id} was answered with entry ${view.entry}, which is not there`);
    requireSame(`What ${asked.id} was answered`, [release.period, view.revision], [entry.period, entry.revision]);
    if (entry.request_id === asked.id && typeof meta.base_entry === 'number') {
      const before = log.findLast((one) => one.period === entry.period && one.entry < entry.entry);
      requireSame(`The base that ${asked.id} was told`, meta.base_entry, before?.entry ?? 0);
    }
    asked.answer = { entry: view.entry };
  };

  return { nextId, look, ask, accepted };
};

/** What a reader of the ranking sees: the entry that it names, which may be an older one. */
const viewServed = async (tools: Tools, release: Release): Promise<View> => {
  const { body } = await readRanking(tools, release, {});
  return (body as { meta: { publication: View } }).meta.publication;
};

const viewOfLog = async ({ records }: Tools, release: Release): Promise<View> => {
  const log = await readLog(records, releaseIdOf(release));
  return log.findLast(({ period }) => period === release.period) ?? { entry: 0, revision: null };
};
