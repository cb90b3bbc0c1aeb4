import { useWidth } from '../layout/use-width.ts';
import { wrapped } from '../layout/wrapped.ts';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { Waterfall as Steps } from './waterfall-steps.ts';

type Props = {
  waterfall: Steps;
  /** What the two totals are of. */
  names: { start: string; end: string };
  decimals: number;
  isHigherBetter: boolean;
};

const LETTER = 7.4;
const LINE = 17;
const LEFT = 300;
const NARROW = 640;
/** Room for the figure beside a bar. */
const FIGURE = 56;

/** From one total to the other, a bar for each step, read downwards. The axis does not begin at 0, so the totals are no bars. */
export function Waterfall({ waterfall: { start, end, steps }, names, decimals, isHigherBetter }: Props) {
  const { lang, t } = useWords();
  const [element, width] = useWidth<HTMLDivElement>(900);
  const isNarrow = width < NARROW;
  const left = isNarrow ? 0 : LEFT + 16;
  const ends = [start, end, ...steps.flatMap(({ from, to }) => [from, to])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [from, to] = [left + FIGURE, width - FIGURE];
  const xOf = (value: number) => from + ((value - low) / (high - low || 1)) * (to - from);
  const letters = Math.floor((isNarrow ? width : LEFT) / LETTER);

  let y = 0;
  const placed = (text: string): Placed => {
    const name = wrapped(text, letters);
    const height = isNarrow ? name.length * LINE + 26 : Math.max(name.length * LINE + 11, 28);
    const row = {
      name,
      nameY: isNarrow ? y + LINE : y + height / 2 - ((name.length - 1) * LINE) / 2 + 4,
      bar: isNarrow ? y + name.length * LINE + 13 : y + height / 2,
      y,
    };
    y += height;
    return row;
  };
  const first = placed(names.start);
  const rows = steps.map((step) => ({
    step,
    ...placed(step.name ?? t(step.kind === 'residual' ? 'waterfallResidual' : 'waterfallUnexplained')),
  }));
  const last = placed(names.end);
  return (
    <div ref={element} class="plot waterfall">
      <svg
        viewBox={`0 0 ${width} ${y + 4}`}
        role="img"
        aria-label={t('waterfallOf', {
          start: `${names.start} ${scoreText(lang, start, decimals)}`,
          end: `${names.end} ${scoreText(lang, end, decimals)}`,
        })}
      >
        <Total row={first} x={xOf(start)} width={width} isEnd={false} text={scoreText(lang, start, decimals)} />
        <line class="join" x1={xOf(start)} x2={xOf(start)} y1={first.bar + 6} y2={(rows[0] ?? last).bar} />
        {rows.map(({ step, ...row }, i) => {
          const isUp = step.points >= 0;
          const [x1, x2] = [xOf(Math.min(step.from, step.to)), xOf(Math.max(step.from, step.to))];
          const tone = step.kind !== 'component' ? 'rest' : isUp === isHigherBetter ? 'good' : 'bad';
          return (
            <g key={step.key}>
              <Name row={row} width={width} />
              <rect class={`step ${tone}`} x={x1} y={row.bar - 7} width={Math.max(x2 - x1, 1.5)} height={14} />
              <line class="join" x1={xOf(step.to)} x2={xOf(step.to)} y1={row.bar} y2={(rows[i + 1] ?? last).bar} />
              <text class="label" x={isUp ? x2 + 6 : x1 - 6} y={row.bar + 4} text-anchor={isUp ? 'start' : 'end'}>
                {differenceText(lang, step.points, decimals)}
              </text>
            </g>
          );
        })}
        <Total row={last} x={xOf(end)} width={width} isEnd text={scoreText(lang, end, decimals)} />
      </svg>
    </div>
  );
}

/** A line of the drawing: its name in lines, and the middle of its bar. */
type Placed = { name: string[]; nameY: number; bar: number; y: number };

type NameProps = { row: Placed; width: number; isTotal?: boolean };

function Name({ row, width, isTotal = false }: NameProps) {
  return (
    <>
      <line class="axis" x1={0} x2={width} y1={row.y} y2={row.y} />
      <text class={isTotal ? 'label total' : 'label'} y={row.nameY}>
        {row.name.map((line, i) => (
          <tspan key={line} x={0} dy={i === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

type TotalProps = { row: Placed; x: number; width: number; isEnd: boolean; text: string };

function Total({ row, x, width, isEnd, text }: TotalProps) {
  return (
    <g class="mine">
      <Name row={row} width={width} isTotal />
      <circle class={isEnd ? 'dot mine' : 'before'} cx={x} cy={row.bar} r={isEnd ? 6 : 5} />
      <text class="label" x={x + 12} y={row.bar + 4}>
        {text}
      </text>
    </g>
  );
}
