import { shortIndexName, useWords } from '../words/language.tsx';
import { isRanked, placeInTime, type RankBreak, type RankPoint, runsOf } from './rank-line.ts';

type Props = {
  index: string;
  points: readonly RankPoint[];
  breaks: readonly (RankBreak & { reason: string })[];
};

const WIDTH = 168;
const HEIGHT = 36;
const EDGE = 4;

/** A unit's rank over the years, rank 1 on top and the last rank at the bottom; gaps are gaps, a break is a hairline. */
export function RankSparkline({ index, points, breaks }: Props) {
  const { t } = useWords();
  const ranked = points.filter(({ rank }) => rank !== null);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || ranked.length === 0) return <em>{t('rankUnknown')}</em>;
  const lowest = Math.max(...points.map(({ rank, rank_of }) => rank_of ?? rank ?? 1), 2);
  const xOf = (period: string) => EDGE + placeInTime(period, first.period, last.period) * (WIDTH - 2 * EDGE);
  const yOf = (rank: number | null) => EDGE + (((rank ?? lowest) - 1) / (lowest - 1)) * (HEIGHT - 2 * EDGE);
  const newest = ranked.at(-1);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('historyOf', {
        index: shortIndexName(index),
        from: first.period,
        to: last.period,
        ranks: points.map(({ period, rank }) => `${period}: ${rank ?? t('rankUnknown')}`).join(', '),
      })}
    >
      <line class="bound" x1={0} x2={WIDTH} y1={EDGE} y2={EDGE} />
      <line class="bound" x1={0} x2={WIDTH} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
      {breaks.map(({ from, to, reason }) => {
        const x = (xOf(from) + xOf(to)) / 2;
        return (
          <line key={to} class="break" x1={x} x2={x} y1={0} y2={HEIGHT}>
            <title>{t('breakAt', { from, to, reason })}</title>
          </line>
        );
      })}
      {runsOf(points, isRanked, breaks).map((run) => (
        <polyline
          key={run[0]?.period}
          class="line"
          points={run.map(({ period, rank }) => `${xOf(period)},${yOf(rank)}`).join(' ')}
        />
      ))}
      {ranked.map((point) => (
        <circle
          key={point.period}
          class={point === newest ? 'point newest' : 'point'}
          cx={xOf(point.period)}
          cy={yOf(point.rank)}
          r={point === newest ? 3.5 : 1.75}
        >
          <title>{`${point.period}: ${point.rank}/${point.rank_of ?? '?'}`}</title>
        </circle>
      ))}
    </svg>
  );
}
