import { medianOf } from '@chi-so/domain/median';
import type { RankingRow } from '../data/ranking.ts';
import { useWidth } from '../layout/use-width.ts';
import { exactText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { dodge, placeLabels, ticksBetween } from './dodge.ts';
import { figureOf, figureText, type RankedBy } from './standing.ts';

/** Colour class of a unit: mine, peer 1 … 4 in the order chosen, or of the country. */
export const toneOf = (unit: string, mine: string | null, peers: readonly string[]): string =>
  unit === mine ? 'mine' : peers.includes(unit) ? `peer-${peers.indexOf(unit) + 1}` : 'country';

type Props = {
  rows: readonly RankingRow[];
  mine: string | null;
  peers: readonly string[];
  by: RankedBy;
  decimals: number;
  /** Every unit is known: only then is there a middle to speak of. */
  isWhole: boolean;
};

const RADIUS = 5;
const ROW = 20;
/** About as wide as a letter of the labels; they need not be measured to keep out of each other's way. */
const LETTER = 7.4;

/** All units as grey dots on one axis of scores, mine and its peers in colour with their names; ranks have no place on it. */
export function DotPlot({ rows, mine, peers, by, ...rest }: Props) {
  const scored = rows.flatMap((row) => {
    const figure = figureOf(row, by);
    return figure === null ? [] : [{ row, figure, tone: toneOf(row.unit, mine, peers) }];
  });
  return scored.length < 2 ? null : <Plot scored={scored} by={by} {...rest} />;
}

type Scored = { row: RankingRow; figure: number; tone: string };

/** Mounted anew where there was nothing to draw before: its width is that of the element which is there now. */
function Plot({ scored, by, decimals, isWhole }: { scored: Scored[] } & Pick<Props, 'by' | 'decimals' | 'isWhole'>) {
  const { lang, t } = useWords();
  const text = (figure: number) => figureText(lang, figure, by, decimals);
  const [element, width] = useWidth<HTMLDivElement>(800);
  const figures = scored.map(({ figure }) => figure).sort((a, b) => a - b);
  const [low = 0, high = 0] = [figures[0], figures.at(-1)];
  const inner = width - 2 * RADIUS;
  const xOf = (figure: number) => RADIUS + ((figure - low) / (high - low || 1)) * inner;
  const dots = dodge(scored, ({ figure }) => xOf(figure), 2 * RADIUS + 1);
  const reach = Math.max(...dots.map(({ lane }) => Math.abs(lane))) * (2 * RADIUS + 1) + RADIUS;

  const named = dots
    .filter(({ item }, i) => item.tone !== 'country' || i === 0 || i === dots.length - 1)
    .sort((a, b) => importance(a.item.tone) - importance(b.item.tone))
    .map((dot) => {
      const label = `${dot.item.row.unit_name} ${text(dot.item.figure)}`;
      return { ...dot, text: label, width: label.length * LETTER };
    });
  const labels = placeLabels(named, width);
  const top = ROW * (Math.max(...labels.map(({ row }) => row)) + 1);
  const middle = top + 8 + reach;
  const bottom = middle + reach + 6;
  const median = medianOf(figures);

  return (
    <div ref={element} class="plot">
      <svg
        viewBox={`0 0 ${width} ${bottom + 40}`}
        role="img"
        aria-label={t(by === 'percent' ? 'plotOfPercent' : 'plotOf', {
          count: scored.length,
          low: text(low),
          high: text(high),
        })}
      >
        {isWhole && median !== null && (
          <>
            <line class="median" x1={xOf(median)} x2={xOf(median)} y1={middle - reach} y2={bottom + 22} />
            <text class="tick" x={xOf(median)} y={bottom + 36} text-anchor={anchorAt(xOf(median), width, MEDIAN)}>
              {t('medianIs', { score: text(median) })}
            </text>
          </>
        )}
        <line class="axis" x1={0} x2={width} y1={bottom} y2={bottom} />
        {ticksBetween(low, high, Math.max(2, width / 120)).map((tick) => (
          <g key={tick}>
            <line class="axis" x1={xOf(tick)} x2={xOf(tick)} y1={bottom} y2={bottom + 4} />
            <text class="tick" x={xOf(tick)} y={bottom + 18} text-anchor={anchorAt(xOf(tick), width, TICK)}>
              {exactText(lang, tick)}
            </text>
          </g>
        ))}
        {labels.map(({ label, left, row }) => (
          <g key={label.item.row.unit} class={label.item.tone}>
            <line
              class="leader"
              x1={label.x}
              x2={label.x}
              y1={top - ROW * row - 4}
              y2={middle + label.lane * (2 * RADIUS + 1)}
            />
            <text class="label" x={left + label.width / 2} y={top - ROW * row - 8} text-anchor="middle">
              {label.text}
            </text>
          </g>
        ))}
        {[...dots]
          .sort((a, b) => importance(b.item.tone) - importance(a.item.tone))
          .map(({ item, x, lane }) => (
            <circle
              key={item.row.unit}
              class={`dot ${item.tone}${item.row.status === 'E' ? ' estimate' : ''}`}
              cx={x}
              cy={middle + lane * (2 * RADIUS + 1)}
              r={item.tone === 'country' ? RADIUS - 0.5 : RADIUS + 1}
            >
              <title>{`${item.row.rank ?? '–'}. ${item.row.unit_name} ${text(item.figure)}`}</title>
            </circle>
          ))}
      </svg>
    </div>
  );
}

const importance = (tone: string): number => (tone === 'mine' ? 0 : tone === 'country' ? 2 : 1);

/** About half as wide as the words at a tick, and at the median. */
const TICK = 16;
const MEDIAN = 44;

/** Words at the end of the axis begin or end there, so that none is cut off. */
const anchorAt = (x: number, width: number, half: number): 'start' | 'middle' | 'end' =>
  x < half ? 'start' : x > width - half ? 'end' : 'middle';
