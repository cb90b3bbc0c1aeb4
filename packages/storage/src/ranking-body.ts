import type { Place } from '@chi-so/domain/places';
import { positionsOf, rememberPositions } from '@chi-so/domain/positions';
import type { GroupRanking, RankedUnit, Ranking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { type Columns, fromColumns, toColumns } from './columns.ts';
import type { Item } from './items.ts';
import { fromItem, type Labelled, type Output } from './labelled.ts';

export type StoredRanking = Labelled<RankingDocument>;

/** A ranking as it is stored: units and places as columns, a unit's place by its position among the units. */
type RankingBody = { units: Columns; groups: (Omit<GroupRanking, 'places'> & { places: Columns })[] };
type Body = Omit<RankingDocument, 'ranking'> & RankingBody;

const bodyOf = ({ ranking, ...document }: RankingDocument): Body => ({ ...document, ...inColumns(ranking) });

/** The copy by entry and the current one hold the same ranking. */
const known = new WeakMap<Ranking, RankingBody>();

const inColumns = (ranking: Ranking): RankingBody => {
  const made = known.get(ranking);
  if (made) return made;
  const { units } = ranking;
  const body = {
    units: toColumns(units),
    groups: ranking.groups.map(({ places, ...group }) => ({
      ...group,
      places: toColumns(places, positionsOf(units, places)),
    })),
  };
  known.set(ranking, body);
  return body;
};

const documentOf = ({ units: columns, groups, ...document }: Body): RankingDocument => {
  const units = fromColumns<RankedUnit>(columns);
  return {
    ...document,
    ranking: {
      component: document.component,
      units,
      groups: groups.map(({ places: placed, ...group }) => {
        const places = fromColumns<Place>(placed, units);
        rememberPositions(units, places, placed.fields.unit as readonly number[]);
        return { ...group, places };
      }),
    },
  };
};

export const storedRanking = (item: Item): StoredRanking | undefined => {
  const stored = fromItem<Body>(item);
  return stored && 'document' in stored ? { ...stored, document: documentOf(stored.document) } : stored;
};

export const bodied = (output: Output<RankingDocument>): Output<Body> =>
  'document' in output ? { document: bodyOf(output.document) } : output;
