import type { UnitSet } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import { useWords } from '../words/language.tsx';
import { toneOf } from './dot-plot.tsx';

type Props = {
  rows: readonly RankingRow[];
  units: UnitSet['data'];
  mine: string | null;
  peers: readonly string[];
};

const TILE = 30;
const STEP = TILE + 2;
/** As many greys as an eye tells apart without a legend. */
const GREYS = 4;

/** Whether every unit has a place: a map with holes would say that there is nobody. */
export const hasTiles = (rows: readonly RankingRow[], units: UnitSet['data']): boolean => {
  const tiles = tilesOf(rows, units);
  return tiles.length > 0 && tiles.length >= units.length;
};

const tilesOf = (rows: readonly RankingRow[], units: UnitSet['data']) => {
  const places = new Map(units.map(({ unit, tile }) => [unit, tile]));
  return rows.flatMap((row) => {
    const [x, y] = places.get(row.unit) ?? [];
    return x === undefined || y === undefined ? [] : [{ row, x, y }];
  });
};

/** The country as tiles of one size with their ranks, standing out more where the rank is better; mine in its colour. */
export function TileMap({ rows, units, mine, peers }: Props) {
  const { t } = useWords();
  const tiles = tilesOf(rows, units).map((tile) => ({ ...tile, tone: toneOf(tile.row.unit, mine, peers) }));
  const width = (Math.max(...tiles.map(({ x }) => x)) + 1) * STEP;
  const height = (Math.max(...tiles.map(({ y }) => y)) + 1) * STEP;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={t('mapOf')}>
      {tiles.map(({ row, x, y, tone }) => (
        <g key={row.unit} class={`tile ${tone} ${shadeOf(row)}`} transform={`translate(${x * STEP} ${y * STEP})`}>
          <title>{`${row.rank ?? '–'}. ${row.unit_name}`}</title>
          <rect width={TILE} height={TILE} />
          <text x={TILE / 2} y={TILE / 2 + 4.5} text-anchor="middle">
            {row.rank ?? '–'}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** 1 is the best quarter of the ranked units, 4 the last; without a rank a tile is only an outline. */
export const shadeOf = ({ rank, rank_of }: RankingRow): string =>
  rank === null || rank_of === null ? 'shade-none' : `shade-${Math.min(GREYS, Math.ceil((rank / rank_of) * GREYS))}`;
