import { useWidth } from '../layout/use-width.ts';
import { differenceText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { toneOf } from './dot-plot.tsx';
import type { Rung } from './ladder.ts';

type Props = {
  rungs: readonly Rung[];
  mine: string | null;
  peers: readonly string[];
  decimals: number;
  /** Units whose order the method behind it does not tell; they are joined. */
  indistinct: ReadonlySet<string>;
};

const ROW = 24;
/** Where names end and bars begin, and what a figure at the end of a bar takes. */
const NAMES = 176;
const FIGURE = 56;

/** The units next to mine in the order of rank, each with a bar as long as it is ahead of mine or behind it. */
export function GapLadder({ rungs, mine, peers, decimals, indistinct }: Props) {
  const { lang, t } = useWords();
  const [element, width] = useWidth<HTMLDivElement>(720);
  const most = Math.max(...rungs.map(({ distance }) => Math.abs(distance))) || 1;
  const middle = NAMES + (width - NAMES) / 2;
  const unit = (width - NAMES - 2 * FIGURE) / 2 / most;
  const joined = rungs.flatMap(({ row }, i) => (indistinct.has(row.unit) ? [i] : []));
  const [first, last] = [joined[0] ?? 0, joined.at(-1) ?? 0];
  const [above, below] = [rungs[0], rungs.at(-1)];
  return (
    <div ref={element} class="ladder">
      <svg
        viewBox={`0 0 ${width} ${rungs.length * ROW}`}
        role="img"
        aria-label={t('ladderOf', {
          count: rungs.length,
          above: differenceText(lang, above?.distance ?? 0, decimals),
          below: differenceText(lang, below?.distance ?? 0, decimals),
        })}
      >
        <line class="axis" x1={middle} x2={middle} y1={0} y2={rungs.length * ROW} />
        {joined.length > 1 && (
          <path class="joined" d={`M ${NAMES - 4},${first * ROW + 4} h 6 V ${(last + 1) * ROW - 4} h -6`} />
        )}
        {rungs.map(({ row, distance }, i) => {
          const y = i * ROW + ROW / 2;
          const end = middle + distance * unit;
          const isMine = row.unit === mine;
          return (
            <g key={row.unit} class={toneOf(row.unit, mine, peers)}>
              <text class="label" x={0} y={y + 4.5}>
                {`${row.rank}. ${row.unit_name}`}
              </text>
              {isMine ? (
                <circle class="dot mine" cx={middle} cy={y} r={5} />
              ) : (
                <>
                  <rect
                    class="bar"
                    x={Math.min(middle, end)}
                    y={y - 5}
                    width={Math.max(1, Math.abs(end - middle))}
                    height={10}
                  />
                  <text
                    class="label"
                    x={end + (distance < 0 ? -6 : 6)}
                    y={y + 4.5}
                    text-anchor={distance < 0 ? 'end' : 'start'}
                  >
                    {differenceText(lang, distance, decimals)}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
