import { ALL, TOTAL } from '../identity.ts';
import type { GroupRanking } from '../ranking.ts';
import { membersOf, type ReleaseFigures, rankedFigureOf } from './release-figures.ts';
import type { Field } from './required-figure.ts';

/** The group, besides the one that is analysed, that a unit lives in: its region. All that hold it, where none is meant. */
export const regionsOf = ({ groups, group }: ReleaseFigures, unit: string): GroupRanking[] =>
  groups.filter(
    (candidate) =>
      candidate.group !== ALL &&
      candidate.group !== group.group &&
      candidate.places.some((place) => place.unit === unit),
  );

/** Whom a unit meets; undefined where it, or the group, cannot be ranked. `region`: where it lives, for who asks. */
export const fieldOf = (figures: ReleaseFigures, unit: string, region: GroupRanking | undefined): Field | undefined => {
  const ranked = new Set(figures.group.places.flatMap(({ unit: id, rank }) => (rank === null ? [] : [id])));
  const own = rankedFigureOf(figures, unit);
  if (own === null || !ranked.has(unit)) return undefined;
  const figuresOf = (units: readonly string[]) => units.flatMap((id) => rankedFigureOf(figures, id) ?? []);
  const others = membersOf(figures).filter((id) => id !== unit && ranked.has(id));
  const graded = figures.group.official ? others : everybody(figures).filter((id) => id !== unit);
  return {
    own,
    others: others.flatMap((id) => {
      const figure = rankedFigureOf(figures, id);
      return figure === null ? [] : [{ unit: id, figure }];
    }),
    gradedWith: figuresOf(graded),
    region: figuresOf(region?.places.map(({ unit: id }) => id) ?? []),
    group: figures.group.group,
    isWhole: figures.documents.get(TOTAL)?.extent === 'complete',
  };
};

/** The units that are graded together where the group is none that the methodology ranks. */
const everybody = ({ units }: ReleaseFigures): string[] => [...(units.get(TOTAL)?.keys() ?? [])];
