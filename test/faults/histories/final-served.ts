import type { Answer } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import { logOfComponent } from './accepted-log.ts';
import { COMPONENTS, EDITIONS } from './catalogue.ts';
import { requireSame } from './divergence.ts';
import { allRankings, currentRanking, rankingAt, rankingsOfRevision } from './model.ts';
import { type RankingQuery, type Release, readChanges, readRanking, readSeries } from './requests.ts';
import { servedRanking, servedRankings } from './served.ts';
import { expectedChange, servedChange } from './served-changes.ts';
import { expectedSeries, servedSeries } from './served-series.ts';
import { type Tools, toolsOf } from './tools.ts';
import type { World } from './world.ts';

/** Everything that is served at the end is what the model says. */
export const requireServed = async (world: World): Promise<void> => {
  const { backend, names } = world;
  const tools = toolsOf(
    async (command) => backend.apply(command),
    names,
    () => new Date(),
  );
  for (const edition of EDITIONS) {
    if (world.model.log.of(edition).length === 0) continue;
    for (const period of world.script.periods) await requireAll(world, tools, { edition, period });
    for (const component of COMPONENTS) {
      const log = world.model.log.of(edition);
      const series = servedSeries(await readSeries(tools, edition, component));
      requireSame(`The series of ${edition} ${component}`, series, expectedSeries(log, log.length, component));
      for (const period of world.script.periods) await requireRelease(world, tools, { edition, period }, component);
    }
  }
  await requireFeed(world, tools);
};

const requireRelease = async ({ model }: World, tools: Tools, release: Release, component: string): Promise<void> => {
  const log = model.log.of(release.edition);
  const of = log.filter(({ period }) => period === release.period);
  const compare = async (query: RankingQuery, expected: string) => {
    const what = `The ranking of ${release.edition} ${release.period} ${component} ${JSON.stringify(query)}`;
    requireSame(what, await served(tools, release, { component, ...query }), expected);
  };
  await compare({}, currentRanking(log, log.length, release.period, component, undefined));
  await compare({ group: 'north' }, currentRanking(log, log.length, release.period, component, 'north'));
  if (component !== 'total' && component !== 'a') return;
  const touching = logOfComponent(of, component, log.length);
  for (const [i, entry] of touching.entries()) {
    if (touching[i + 1]?.at === entry.at) continue;
    await compare({ as_of: entry.at }, rankingAt(log, entry, component, undefined));
  }
  for (const revision of new Set(of.flatMap((entry) => entry.revision ?? []))) {
    const [first = 'none', ...others] = rankingsOfRevision(log, release.period, revision, component);
    const answer = await served(tools, release, { component, revision: String(revision) });
    const isOther = first === 'none' && others.includes(answer ?? '');
    requireSame(
      `${release.edition} ${release.period} ${component} revision ${revision}`,
      isOther ? first : answer,
      first,
    );
  }
};

const requireAll = async ({ model }: World, tools: Tools, release: Release): Promise<void> => {
  const log = model.log.of(release.edition);
  const expected = allRankings(log, log.length, release.period, true);
  const answer = await answerOf(() => readRanking(tools, release, { component: '*' }));
  requireSame(`All rankings of ${release.edition} ${release.period}`, servedRankings(answer), expected);
};

const served = async (tools: Tools, release: Release, query: RankingQuery): Promise<string | undefined> =>
  servedRanking(await answerOf(() => readRanking(tools, release, query)));

const answerOf = async (ask: () => Promise<Answer>): Promise<Answer | Problem> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

const requireFeed = async ({ model }: World, tools: Tools): Promise<void> => {
  const served: string[] = [];
  for (;;) {
    const { body } = await readChanges(tools, served.length);
    const { data } = body as { data: Parameters<typeof servedChange>[0][] };
    if (data.length === 0) break;
    served.push(...data.map(servedChange));
  }
  requireSame(
    'The change feed',
    served,
    model.log.ledger.map((entry) => expectedChange(model.log.of(entry.edition), entry)),
  );
};
