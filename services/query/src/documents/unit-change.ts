import { type ComparedTotal, sinceEarlier } from '@chi-so/domain/analysis/compared-total';
import { releaseFigures } from '@chi-so/domain/analysis/release-figures';
import { weighingOf } from '@chi-so/domain/analysis/weighing';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Source } from '@chi-so/domain/score';
import { Problem } from '@chi-so/runtime/problem';
import { type ReadRelease, readRelease } from '../analysis/analysed-release.ts';
import type { Tables } from '../tables.ts';
import type { Found } from './found-figures.ts';

/** What a unit's change since the period before is made of, and where the figures of that period come from. */
export type UnitChange = { compared: ComparedTotal; source: Source };

/** Undefined where there is no earlier period, its figures are not all there, or nothing of the two compares. */
export const unitChange = async (
  tables: Tables,
  { release, document, methodology, components }: Found & { components: RankingDocument[] },
  { group }: GroupRanking,
  unit: string,
): Promise<UnitChange | undefined> => {
  const weighing = weighingOf(methodology);
  const { against } = document.changes;
  if (!weighing || against === null) return undefined;
  const earlier = await readWhole(tables, { ...release, period: against });
  const figures = releaseFigures(components, methodology, group);
  const before =
    earlier &&
    releaseFigures(
      earlier.every.map((one) => one.document),
      earlier.methodology,
      group,
    );
  if (!figures || !before) return undefined;
  const compared = sinceEarlier(before, figures, weighing, unit);
  const isKnown = compared.totals
    ? compared.decomposition.difference !== null
    : compared.decomposition.contributions.some(({ difference }) => difference !== null);
  return isKnown ? { compared, source: earlier.total.source } : undefined;
};

/** What was there when this period was ranked may have been withdrawn since. */
const readWhole = async (tables: Tables, release: Found['release']): Promise<ReadRelease | undefined> => {
  try {
    const read = await readRelease(tables, release);
    return read.degraded === null ? read : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};
