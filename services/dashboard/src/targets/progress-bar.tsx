import type { TargetRow } from '../data/targets.ts';
import { useWords } from '../words/language.tsx';
import { standingText, targetText } from './target-text.ts';

const WIDTH = 220;
const LINE = 16;
/** The way itself, with room on its left for who went the other way. */
const FROM = 24;
const TO = WIDTH - 8;
/** About as wide as a letter of the labels. */
const LETTER = 6.6;

/** The way from where the unit stood to what it wants, and how far it has come; nothing is drawn where that is not known. */
export function ProgressBar({ row }: { row: TargetRow }) {
  const { lang } = useWords();
  const { share, baseline, actual, target_kind, state } = row;
  if (share === null || baseline === null || actual === null) return null;
  const xOf = (percent: number) => FROM + (Math.max(-MOST_BACK, Math.min(100, percent)) / 100) * (TO - FROM);
  const now = standingText(lang, target_kind, actual);
  const nowX = Math.max((now.length * LETTER) / 2, Math.min(WIDTH - (now.length * LETTER) / 2, xOf(share)));
  return (
    <svg
      class={`progress ${state}`}
      viewBox={`0 0 ${WIDTH} ${3 * LINE}`}
      width={WIDTH}
      role="img"
      aria-label={row.says}
    >
      <text class="now" x={nowX} y={LINE - 4} text-anchor="middle">
        {now}
      </text>
      <line class="way" x1={FROM} x2={TO} y1={LINE + 6} y2={LINE + 6} />
      <line class="come" x1={xOf(0)} x2={xOf(share)} y1={LINE + 6} y2={LINE + 6} />
      <line class="bound" x1={FROM} x2={FROM} y1={LINE} y2={LINE + 12} />
      <line class="goal" x1={TO} x2={TO} y1={LINE - 1} y2={LINE + 13} />
      <circle class={`dot mine${row.actual_status === 'E' ? ' estimate' : ''}`} cx={xOf(share)} cy={LINE + 6} r={5} />
      <text x={0} y={3 * LINE - 6}>
        {standingText(lang, target_kind, baseline)}
      </text>
      <text x={WIDTH} y={3 * LINE - 6} text-anchor="end">
        {targetText(lang, row)}
      </text>
    </svg>
  );
}

/** How far back from its beginning the way is drawn, in percent; whoever fell further stays at its end. */
const MOST_BACK = 10;
