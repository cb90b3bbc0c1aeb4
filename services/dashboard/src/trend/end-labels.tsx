import { spreadLabels, type TimeFrame } from './time-frame.ts';

/** What stands at the end of a line: its unit, and the last figure, where that was. */
export type EndLabel = { key: string; tone: string; x: number; y: number; text: string };

const LINE = 17;

/** The names of lines at their ends, moved apart where they would touch, each led to by a hairline. */
export function EndLabels({ labels, frame, top, bottom }: Props) {
  const heights = spreadLabels(
    labels.map(({ y }) => y),
    LINE,
    top,
    bottom,
  );
  const start = frame.right + 14;
  return (
    <>
      {labels.map(({ key, tone, x, y, text }, i) => (
        <g key={key} class={tone}>
          <polyline class="leader" points={`${x + 6},${y} ${frame.right},${y} ${start - 3},${heights[i]}`} />
          <text class="label" x={start} y={(heights[i] ?? 0) + 4}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

type Props = { labels: readonly EndLabel[]; frame: TimeFrame; top: number; bottom: number };
