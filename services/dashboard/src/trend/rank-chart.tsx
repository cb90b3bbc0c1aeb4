import type { TrendMeta } from '../data/trend.ts';
import { useWords } from '../words/language.tsx';
import { type EndLabel, EndLabels } from './end-labels.tsx';
import { fittedText, placeText, rankLabel } from './label-text.ts';
import { type Line, placeOf, placeRuns } from './lines.ts';
import type { Hairline } from './notes.ts';
import { rankTicks } from './rank-ticks.ts';
import type { TimeFrame } from './time-frame.ts';
import { ABOVE, TimeGrid } from './time-grid.tsx';

type Props = {
  frame: TimeFrame;
  lines: readonly Line[];
  simulated: ReadonlySet<string>;
  breaks: TrendMeta['breaks'];
  hairlines: readonly Hairline[];
  height: number;
};

/** Ranks over time, rank 1 on top; below them a grey line at the number of units that were ranked. */
export function RankChart({ frame, lines, simulated, breaks, hairlines, height }: Props) {
  const { lang, t } = useWords();
  const placed = lines.map((line) => ({
    line,
    places: line.rows.flatMap((row) => {
      const place = placeOf(row, simulated);
      return place ? [{ period: row.period, ...place }] : [];
    }),
  }));
  const all = placed.flatMap(({ places }) => places);
  if (all.length === 0) return null;
  const lowest = Math.max(2, ...all.map(({ rank, of }) => of ?? rank));
  const [top, bottom] = [ABOVE + 4, ABOVE + height];
  const yOf = (rank: number) => top + 8 + ((rank - 1) / (lowest - 1)) * (bottom - top - 16);
  const { xOf } = frame;
  const room = frame.width - frame.right;
  const newest = frame.periods.at(-1) ?? '';
  const labels = lines.flatMap((line): EndLabel[] => {
    const label = rankLabel(line, newest, simulated, lang);
    if (!label) return [];
    const [x, y] = [xOf(label.period), yOf(label.value)];
    return [{ key: line.unit, tone: line.tone, x, y, text: fittedText(label, room) }];
  });
  const populations = [...new Map(all.map(({ period, of }) => [period, of]))].flatMap(([period, of]) =>
    of === null ? [] : [{ period, of }],
  );
  const places = new Map(populations.map(({ period, of }) => [period, of]));
  return (
    <TimeGrid
      {...{ frame, top, bottom, hairlines }}
      ticks={rankTicks(lowest).map((rank) => ({ y: yOf(rank), text: String(rank) }))}
      label={t('ranksOf', {
        span: `${frame.periods[0]}–${newest}`,
        units: lines.map(({ name }) => name).join(', '),
      })}
    >
      {frame.periods.flatMap((period) => {
        const of = places.get(period);
        return of === undefined ? (
          []
        ) : (
          <line key={period} class="population" x1={xOf(period) - 7} x2={xOf(period) + 7} y1={yOf(of)} y2={yOf(of)} />
        );
      })}
      {placed.toReversed().map(({ line, places }) => (
        <g key={line.unit} class={`line ${line.tone}`}>
          {placeRuns(line, breaks, simulated).map((run) => (
            <polyline
              key={run[0]?.period}
              class="stroke"
              points={run.map((row) => `${xOf(row.period)},${yOf(placeOf(row, simulated)?.rank ?? 1)}`).join(' ')}
            />
          ))}
          {places.map((place) => (
            <circle
              key={place.period}
              class={`dot ${line.tone}${place.isSimulated ? ' estimate' : ''}`}
              cx={xOf(place.period)}
              cy={yOf(place.rank)}
              r={place.isSimulated ? 4 : 3.5}
            >
              <title>{`${line.name} ${place.period}: ${placeText(place, lang)}`}</title>
            </circle>
          ))}
        </g>
      ))}
      <EndLabels {...{ labels, frame, top, bottom }} />
    </TimeGrid>
  );
}
