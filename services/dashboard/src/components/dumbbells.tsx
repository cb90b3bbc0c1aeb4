import type { ComponentChildren } from 'preact';
import { useWidth } from '../layout/use-width.ts';
import { wrapped } from '../layout/wrapped.ts';
import { ticksBetween } from '../ranking/dodge.ts';
import { exactText, scoreText } from '../words/figures.ts';
import { useWords, type Words } from '../words/language.tsx';
import { areRanksComputed, type ComponentStanding, isRankComputed } from './component-standing.ts';
import { BeforeMark, FirstMark, MeanMark, MedianMark, MineMark, PeerMark } from './dumbbell-marks.tsx';

type Props = {
  standings: readonly ComponentStanding[];
  /** What the region is called; null where the unit has none. */
  region: string | null;
  decimals: number;
};

const LETTER = 7.4;
const LINE = 17;
const KEY_ROW = 22;
/** Room at the sides of the tracks: names on the left, figures on the right. On a phone both stand above their track. */
const LEFT = 300;
const RIGHT = { printed: 132, computed: 190 };
const NARROW = 640;

/** One track for each component, on its own scale: my figure, what it was, and those of the others that it is measured by. */
export function Dumbbells({ standings, region, decimals }: Props) {
  const { lang, t } = useWords();
  const [element, width] = useWidth<HTMLDivElement>(900);
  const isNarrow = width < NARROW;
  const right = areRanksComputed(standings) ? RIGHT.computed : RIGHT.printed;
  const track = isNarrow ? { from: 8, to: width - 8 } : { from: LEFT + 16, to: width - right - 16 };
  const key = placedKey(keyOf(standings, isNarrow ? null : region, t), width);
  const top = (key.at(-1)?.y ?? 0) + KEY_ROW;
  const scales = new Set(standings.map(({ scale }) => `${scale.low} ${scale.high}`));
  const isOneScale = scales.size === 1;
  const letters = Math.floor((isNarrow ? width - right : LEFT) / LETTER);

  let y = top;
  const rows = standings.map((standing) => {
    const name = wrapped(standing.name, letters);
    const height = isNarrow ? name.length * LINE + 34 : Math.max(name.length * LINE + 14, 36);
    const row = { standing, name, y, height, axis: isNarrow ? y + name.length * LINE + 16 : y + height / 2 };
    y += height;
    return row;
  });
  const [first] = standings;
  return (
    <div ref={element} class="plot dumbbells">
      <svg viewBox={`0 0 ${width} ${y + 24}`} role="img" aria-label={t('dumbbellsOf', { count: standings.length })}>
        {key.map(({ item, x, y }) => (
          <g key={item.text} transform={`translate(${x} ${y})`}>
            {item.mark}
            <text class="label" x={12} y={4}>
              {item.text}
            </text>
          </g>
        ))}
        {rows.map(({ standing, name, y, height, axis }) => {
          const { row, scale } = standing;
          const nameY = isNarrow ? y + LINE : y + height / 2 - ((name.length - 1) * LINE) / 2 + 4;
          const figuresY = isNarrow ? y + LINE : axis + 4;
          return (
            <g key={standing.component}>
              <line class="axis" x1={0} x2={width} y1={y} y2={y} />
              <text class="label" y={nameY}>
                {name.map((line, i) => (
                  <tspan key={line} x={0} dy={i === 0 ? 0 : LINE}>
                    {line}
                  </tspan>
                ))}
              </text>
              <Track standing={standing} track={track} y={axis} decimals={decimals} />
              {!isOneScale && (
                <text class="tick" x={track.to} y={axis + 15} text-anchor="end">
                  {scale.isKnown
                    ? `${exactText(lang, scale.low)}–${exactText(lang, scale.high)}`
                    : t('dumbbellNoScale')}
                </text>
              )}
              <text class="tick" x={width} y={figuresY} text-anchor="end">
                <tspan class="own">{row.score === null ? '–' : scoreText(lang, row.score, decimals)}</tspan>
                {row.rank !== null &&
                  ` · ${t(isRankComputed(row) ? 'dumbbellComputedRank' : 'dumbbellRank', { rank: row.rank, of: row.rank_of ?? '?' })}`}
              </text>
            </g>
          );
        })}
        <line class="axis" x1={0} x2={width} y1={y} y2={y} />
        {isOneScale &&
          first?.scale.isKnown &&
          ticksBetween(first.scale.low, first.scale.high, isNarrow ? 5 : 9).map((tick) => (
            <text
              key={tick}
              class="tick"
              x={placeOn(first, tick, track)}
              y={y + 17}
              text-anchor={isNarrow && tick === first.scale.high ? 'end' : 'middle'}
            >
              {exactText(lang, tick)}
            </text>
          ))}
      </svg>
    </div>
  );
}

type TrackEnds = { from: number; to: number };
const placeOn = ({ scale: { low, high } }: ComponentStanding, score: number, { from, to }: TrackEnds): number =>
  from + ((score - low) / (high - low || 1)) * (to - from);

type TrackProps = { standing: ComponentStanding; track: TrackEnds; y: number; decimals: number };

function Track({ standing, track, y, decimals }: TrackProps) {
  const { lang, t } = useWords();
  const { row, before, median, regionMean, leader, peers } = standing;
  const xOf = (score: number) => placeOn(standing, score, track);
  const at = (score: number, says: string, mark: ComponentChildren) => (
    <g transform={`translate(${xOf(score)} ${y})`}>
      {mark}
      <title>{`${says}: ${scoreText(lang, score, decimals)}`}</title>
    </g>
  );
  return (
    <g>
      <line class="axis" x1={track.from} x2={track.to} y1={y} y2={y} />
      {median !== null && at(median, t('dumbbellMedian'), <MedianMark />)}
      {regionMean !== null && at(regionMean, t('dumbbellRegion'), <MeanMark />)}
      {leader?.score != null && at(leader.score, leader.unit_name, <FirstMark />)}
      {peers.map((peer) =>
        peer.score === null ? null : (
          <g key={peer.unit}>{at(peer.score, peer.unit_name, <PeerMark tone={peer.tone} />)}</g>
        ),
      )}
      {before && row.score !== null && <line class="moved" x1={xOf(before.score)} x2={xOf(row.score)} y1={y} y2={y} />}
      {before && at(before.score, before.period, <BeforeMark />)}
      {row.score === null ? (
        <text class="unknown" x={track.from} y={y + 4}>
          {t(row.reason ?? 'unknown')}
        </text>
      ) : (
        at(row.score, row.unit_name, <MineMark isEstimate={row.status === 'E'} />)
      )}
    </g>
  );
}

type KeyItem = { mark: ComponentChildren; text: string };

/** What each mark is, for those that are drawn. The region without its name where a phone has no room for it. */
const keyOf = (standings: readonly ComponentStanding[], region: string | null, t: Words['t']): KeyItem[] => {
  const [first] = standings;
  const before = standings.find((one) => one.before)?.before;
  const has = (name: 'median' | 'regionMean' | 'leader') => standings.some((one) => one[name] !== null);
  return [
    ...(first ? [{ mark: <MineMark />, text: `${first.row.unit_name} ${first.row.period}` }] : []),
    ...(before ? [{ mark: <BeforeMark />, text: before.period }] : []),
    ...(has('median') ? [{ mark: <MedianMark />, text: t('dumbbellMedian') }] : []),
    ...(has('regionMean') ? [{ mark: <MeanMark />, text: meanOf(region, t) }] : []),
    ...(has('leader') ? [{ mark: <FirstMark />, text: t('dumbbellFirst') }] : []),
    ...(first?.peers ?? []).map(({ tone, unit_name }) => ({ mark: <PeerMark tone={tone} />, text: unit_name })),
  ];
};

const meanOf = (region: string | null, t: Words['t']): string =>
  region === null ? t('dumbbellRegion') : t('dumbbellRegionOf', { region });

const placedKey = (items: readonly KeyItem[], width: number) => {
  let [x, y] = [8, KEY_ROW / 2];
  return items.map((item) => {
    const long = item.text.length * LETTER + 36;
    if (x > 8 && x + long > width) [x, y] = [8, y + KEY_ROW];
    const placed = { item, x, y };
    x += long;
    return placed;
  });
};
