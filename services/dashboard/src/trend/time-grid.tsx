import type { ComponentChildren } from 'preact';
import { useWords } from '../words/language.tsx';
import type { Hairline } from './notes.ts';
import { namedPeriods, type TimeFrame } from './time-frame.ts';

type Props = {
  frame: TimeFrame;
  top: number;
  bottom: number;
  hairlines: readonly Hairline[];
  /** Values with their heights, to be written at the left. */
  ticks: readonly { y: number; text: string }[];
  label: string;
  children: ComponentChildren;
};

/** Above the drawing: the numbers of the hairlines; below: the periods. */
export const ABOVE = 20;
const BELOW = 22;
const PERIOD_ROOM = 44;

/** Where the text of a hairline stands, under the drawings. */
export const noteId = (number: number): string => `note-${number}`;

/** What every drawing over time has: values at the left, periods below, and a hairline with its number where lines stop. */
export function TimeGrid({ frame, top, bottom, hairlines, ticks, label, children }: Props) {
  const { t } = useWords();
  return (
    <svg viewBox={`0 0 ${frame.width} ${bottom + BELOW}`} aria-label={label}>
      {ticks.map(({ y, text }) => (
        <g key={text}>
          <line class="axis" x1={frame.left} x2={frame.right} y1={y} y2={y} />
          <text class="tick" x={frame.left - 6} y={y + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <g>
        {namedPeriods(frame, PERIOD_ROOM).map((period) => (
          <text key={period} class="tick" x={frame.xOf(period)} y={bottom + 18} text-anchor="middle">
            {period}
          </text>
        ))}
      </g>
      {hairlines.map(({ month, notes }) => {
        const x = frame.xOfMonth(month);
        const numbers = notes.map(({ number }) => number).join(', ');
        const said = t('hairlineNote', { numbers, text: notes.map(({ text }) => text).join('; ') });
        return (
          <a key={month} class="hairline" href={`#${noteId(notes[0]?.number ?? 0)}`}>
            <title>{said}</title>
            <line class="reach" x1={x} x2={x} y1={top - ABOVE} y2={bottom} />
            <line class="break" x1={x} x2={x} y1={top - 4} y2={bottom} />
            <text class="tick" x={x} y={top - 8} text-anchor="middle">
              {numbers}
            </text>
          </a>
        );
      })}
      {children}
    </svg>
  );
}
