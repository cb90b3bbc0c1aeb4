import { maximumIn } from '@chi-so/domain/aggregate';
import { subtract } from '@chi-so/domain/decimal';
import { ALL, TOTAL } from '@chi-so/domain/identity';
import { meanScore } from '@chi-so/domain/mean-score';
import { medianOf } from '@chi-so/domain/median';
import type { Methodology, UnitSet } from '../data/catalogue.ts';
import type { UnitComponents } from '../data/components.ts';
import type { RankingRow } from '../data/ranking.ts';
import { toneOf } from '../ranking/dot-plot.tsx';

/** One component as a unit sees it: its own figure among those that it is measured by. Scores are of the component. */
export type ComponentStanding = {
  component: string;
  name: string;
  row: RankingRow;
  scale: Scale;
  /** Its own figure of the last period, where the two compare. */
  before: { period: string; score: number } | null;
  /** Why there is none. */
  withheld: string | null;
  /** Of everybody in the unit's group that was scored: computed here; null where one of them is not known, or an estimate. */
  median: number | null;
  /** The mean of the unit's region: computed here; null where it has none, or somebody in it has no figure, or an estimate. */
  regionMean: number | null;
  /** Who is first in this component. */
  leader: RankingRow | null;
  /** With the colour that each keeps on every page. */
  peers: (RankingRow & { tone: string })[];
};

/** From where to where scores go: as the methodology has it, or as far as the figures go where nobody knows. */
type Scale = { low: number; high: number; isKnown: boolean };

/** The region that a unit is compared within: its name, and who is in it. */
export type Region = { name: string; units: ReadonlySet<string> };

/** The components of a release that a unit has a row in, in the order of the methodology; the total is not one of them. */
export const componentStandings = (
  { rows, meta, methodology, chosen }: UnitComponents,
  region: Region | null,
): ComponentStanding[] => {
  const order = methodology?.components.map(({ component }) => component) ?? [];
  const byComponent = Map.groupBy(rows, ({ component }) => component);
  byComponent.delete(TOTAL);
  return [...byComponent]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([component, all]) => {
      const row = all.find(({ unit }) => unit === chosen.unit);
      const about = meta.components[component];
      if (!row || !about) return [];
      const group = all.filter((one) => one.group === row.group);
      const isWhole = about.extent === 'complete';
      const ofRegion = region && group.filter(({ unit }) => region.units.has(unit));
      const { against, withheld } = about.change;
      return {
        ...{ component, name: about.component_name, row, withheld: against === null ? null : withheld },
        scale: scaleOf(methodology, row, all),
        before:
          against === null || row.score === null || row.score_change === null
            ? null
            : { period: against, score: subtract(row.score, row.score_change) },
        median: isWhole && group.every(isKnown) ? medianOf(scoresOf(group)) : null,
        regionMean: isWhole && ofRegion?.every(isKnown) ? meanOf(ofRegion) : null,
        leader: group.find(({ rank }) => rank === 1) ?? null,
        peers: chosen.peers.flatMap((peer) => {
          const found = group.find(({ unit }) => unit === peer);
          return found ? { ...found, tone: toneOf(peer, chosen.unit, chosen.peers) } : [];
        }),
      };
    });
};

/** The one group, besides that which it is ranked in, that a unit is of. Null where there is none, or more than one. */
export const regionOf = (
  { data, meta }: UnitSet,
  unit: string | null,
  rankedIn: string,
  name: (group: UnitSet['meta']['groups'][number]) => string,
): Region | null => {
  const own = data.find((one) => one.unit === unit)?.groups.filter((group) => ![ALL, rankedIn].includes(group)) ?? [];
  const group = meta.groups.find((one) => one.group === own[0]);
  if (own.length !== 1 || !group) return null;
  return {
    name: name(group),
    units: new Set(data.flatMap((one) => (one.groups.includes(group.group) ? one.unit : []))),
  };
};

/** A figure of the unit's own, or the knowledge that it was not scored. */
const isKnown = ({ score, status, reason }: RankingRow): boolean =>
  (score !== null && status !== 'E') || reason === 'not-surveyed' || reason === 'not-applicable';

const scoresOf = (rows: readonly RankingRow[]): number[] => rows.flatMap(({ score }) => score ?? []);

const meanOf = (rows: readonly RankingRow[]): number | null => {
  const scores = scoresOf(rows);
  return scores.length === 0 || scores.length < rows.length ? null : meanScore(scores);
};

const scaleOf = (methodology: Methodology | null, row: RankingRow, all: readonly RankingRow[]): Scale => {
  const scores = scoresOf(all);
  const found = methodology && scaleIn(methodology, row);
  if (found) return { ...found, isKnown: true };
  return { low: Math.min(...scores), high: Math.max(...scores), isKnown: false };
};

/** The ends of a component's scale for the unit of a row; null where an end is unknown. */
export const scaleIn = (
  { components }: Pick<Methodology, 'components'>,
  { component, group, maximum }: Pick<RankingRow, 'component' | 'group' | 'maximum'>,
): { low: number; high: number } | null => {
  const node = components.find((one) => one.component === component);
  if (!node) return null;
  const high = maximum ?? maximumIn(node, [group]);
  return node.minimum === null || high === null ? null : { low: node.minimum, high };
};

/** Whether the publisher printed no rank, or another one, so that the one shown is ours. */
export const isRankComputed = ({ rank, rank_published }: Pick<RankingRow, 'rank' | 'rank_published'>): boolean =>
  rank !== null && rank !== rank_published;

/** Whether the rank that is shown of some component is ours. */
export const areRanksComputed = (standings: readonly Pick<ComponentStanding, 'row'>[]): boolean =>
  standings.some(({ row }) => isRankComputed(row));

/** In which component the unit stands best, and in which worst, among all that are ranked there; null below two. */
export const extremesOf = (
  standings: readonly ComponentStanding[],
): { best: ComponentStanding; worst: ComponentStanding } | null => {
  const ranked = standings
    .filter(({ row }) => row.rank !== null && row.rank_of !== null)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const [best, worst] = [ranked[0], ranked.at(-1)];
  return best && worst && placeOf(best) < placeOf(worst) ? { best, worst } : null;
};

const placeOf = ({ row: { rank, rank_of } }: ComponentStanding): number => (rank ?? 0) / (rank_of ?? 1);
