import type { Trend } from '../data/trend.ts';
import { Chart } from '../layout/chart.tsx';
import { useWidth } from '../layout/use-width.ts';
import { useWords } from '../words/language.tsx';
import type { CountryPoint } from './country.ts';
import type { DecimalsOf } from './decimals.ts';
import { labelRoom, medianLabel, rankLabel, scoreLabel } from './label-text.ts';
import { type Line, placeOf } from './lines.ts';
import type { Hairline } from './notes.ts';
import { RankChart } from './rank-chart.tsx';
import { ScoreChart } from './score-chart.tsx';
import { timeFrame } from './time-frame.ts';
import { noteId } from './time-grid.tsx';

type Props = {
  trend: Trend;
  lines: readonly Line[];
  simulated: ReadonlySet<string>;
  country: readonly CountryPoint[];
  hairlines: readonly Hairline[];
  periods: readonly string[];
  decimalsOf: DecimalsOf;
  name: string;
  title: string;
  source: string;
};

const LEFT = 34;
const NARROW = 560;

/** Scores above ranks on one axis of time, with what a reader must know to read them. */
export function Drawings({
  trend,
  lines,
  simulated,
  country,
  hairlines,
  periods,
  decimalsOf,
  name,
  title,
  source,
}: Props) {
  const { lang, t } = useWords();
  const [element, width] = useWidth<HTMLDivElement>(1000);
  const newest = periods.at(-1) ?? '';
  const lastCountry = country.at(-1);
  const labels = labelRoom(
    [
      ...lines.map((line) => scoreLabel(line, newest, decimalsOf, lang)),
      ...lines.map((line) => rankLabel(line, newest, simulated, lang)),
      lastCountry ? medianLabel(lastCountry, newest, decimalsOf, lang) : null,
    ],
    width,
  );
  const until = Math.max(0, ...hairlines.map(({ month }) => month));
  const frame = timeFrame(periods, until, { width, left: LEFT, labels });
  const height = width < NARROW ? 220 : 280;
  const shared = { frame, lines, hairlines, breaks: trend.meta.breaks, height };
  const rows = lines.flatMap((line) => line.rows);
  const hasScores = country.length > 0 || rows.some(({ score }) => score !== null);
  const hasRanks = rows.some((row) => placeOf(row, simulated) !== null);
  const hasEstimates = rows.some(({ status }) => status === 'E');
  // What is said of the picture goes with it.
  const notes = hairlines.flatMap((one) => one.notes.map(({ number, text }) => `${number}. ${text}`));
  const taken = { title, source: [source, ...notes].join('. ') };
  return (
    <div ref={element} class="trend">
      {hasScores && (
        <>
          <h2>{t('scores')}</h2>
          <Chart name={`${name}-scores`} {...taken}>
            <ScoreChart {...shared} country={country} decimalsOf={decimalsOf} />
          </Chart>
        </>
      )}
      {hasRanks && (
        <>
          <h2>{t('ranks')}</h2>
          <Chart name={`${name}-ranks`} {...taken}>
            <RankChart {...shared} simulated={simulated} />
          </Chart>
        </>
      )}
      <p class="key">
        {[
          country.length > 0 && t('countryKey'),
          hasEstimates && t('estimateKey'),
          hasRanks && t('populationKey'),
          simulated.size > 0 && t('simulatedKey'),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {hairlines.length > 0 && (
        <ol class="interruptions" aria-label={t('interruptions')}>
          {hairlines.flatMap(({ notes }) =>
            notes.map(({ number, text }) => (
              <li key={number} id={noteId(number)}>
                {text}
              </li>
            )),
          )}
        </ol>
      )}
    </div>
  );
}
