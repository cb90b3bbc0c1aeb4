import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { TargetRow } from '@chi-so/domain/target-plan';
import { periodsOfPlan, type Standings } from '@chi-so/domain/target-progress';
import { type Standing, standingOf } from '@chi-so/domain/target-standing';
import { getMethodology } from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';
import type { StoredRanking } from '@chi-so/storage/ranking-body';
import { getRanking } from '@chi-so/storage/rankings';
import { listReleases } from '@chi-so/storage/releases';
import type { PlannedUnit } from './planned-unit.ts';

/** Where a unit stands in the rankings that are official now, for the rows of a plan. */

export type PublishedStandings = {
  of: (row: Pick<TargetRow, 'index' | 'edition' | 'component' | 'group'>) => Promise<Standings>;
  /** What could not be read of a ranking that was looked at; null where all is whole. */
  degraded: () => string | null;
};

type Tables = { records: Table; rankings: Table };

/** Every list, ranking and methodology is read at most once, and only if a row is about it. */
export const publishedStandings = (
  { records, rankings }: Tables,
  { unit, unitSet }: PlannedUnit,
  period: string,
  baseline_period: string | null,
): PublishedStandings => {
  const { unit_set } = unitSet;
  let degraded: string | null = null;
  const periods = once(async (index: string, edition: string) =>
    periodsOfPlan(
      (await listReleases(records, index))
        .filter((one) => one.unit_set === unit_set && one.edition === edition && one.status === 'published')
        .map((one) => one.period),
      period,
      baseline_period,
    ),
  );
  const ranking = once((index: string, edition: string, component: string, of: string) =>
    getRanking(rankings, { index, period: of, unit_set, edition }, component),
  );
  const methodology = once((index: string, id: string, version: string) =>
    getMethodology(records, index, id, Number(version)),
  );

  /** The nearest of the periods that has the component: a revision may lack it, and a new one may not be ranked yet. */
  const standing = async (row: Parameters<PublishedStandings['of']>[0], nearestFirst: readonly string[]) => {
    for (const of of nearestFirst) {
      const stored = await ranking(row.index, row.edition, row.component, of);
      if (!stored || 'gone' in stored) continue;
      degraded ??= stored.degraded;
      return standingIn(stored, row.group);
    }
    return null;
  };
  const standingIn = async (
    { document }: Extract<StoredRanking, { document: unknown }>,
    group: string | null,
  ): Promise<Standing | null> => {
    const pinned = await methodology(document.index, document.methodology, String(document.methodology_version));
    return pinned ? standingOf(document, pinned as PinnedMethodology, unit.unit, group) : null;
  };

  return {
    of: async (row) => {
      const { actual, baseline } = await periods(row.index, row.edition);
      return { actual: await standing(row, actual), baseline: await standing(row, baseline) };
    },
    degraded: () => degraded,
  };
};

/** Asked again with the same words, it is the same answer. */
const once = <K extends string[], T>(read: (...key: K) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (...key: K): Promise<T> => {
    const name = JSON.stringify(key);
    const found = known.get(name) ?? read(...key);
    known.set(name, found);
    return found;
  };
};
