import type { TrendMeta } from '../data/trend.ts';
import { runsOf } from '../overview/rank-line.ts';
import { ticksBetween } from '../ranking/dodge.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { CountryPoint } from './country.ts';
import type { DecimalsOf } from './decimals.ts';
import { type EndLabel, EndLabels } from './end-labels.tsx';
import { fittedText, medianLabel, scoreLabel } from './label-text.ts';
import { type Line, scoreRuns } from './lines.ts';
import type { Hairline } from './notes.ts';
import type { TimeFrame } from './time-frame.ts';
import { ABOVE, TimeGrid } from './time-grid.tsx';

type Props = {
  frame: TimeFrame;
  lines: readonly Line[];
  country: readonly CountryPoint[];
  breaks: TrendMeta['breaks'];
  hairlines: readonly Hairline[];
  decimalsOf: DecimalsOf;
  height: number;
};

/** Scores upwards over time: the country as a grey band with its median, each unit a line; a gap is a gap. */
export function ScoreChart({ frame, lines, country, breaks, hairlines, decimalsOf, height }: Props) {
  const { lang, t } = useWords();
  const scores = [
    ...lines.flatMap(({ rows }) => rows.flatMap(({ score, score_min, score_max }) => [score, score_min, score_max])),
    ...country.flatMap(({ low, high }) => [low, high]),
  ].filter((score) => score !== null);
  if (scores.length === 0) return null;
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const [top, bottom] = [ABOVE + 4, ABOVE + height];
  const yOf = (score: number) => bottom - 8 - ((score - low) / (high - low || 1)) * (bottom - top - 16);
  const { xOf } = frame;
  const fine = (value: number) => String(value).replace('.', lang === 'vi' ? ',' : '.');
  const room = frame.width - frame.right;
  const newest = frame.periods.at(-1) ?? '';

  const countryBreaks = breaks.filter(
    (gap) =>
      gap.unit === null && country.some(({ period, unit_set }) => period === gap.to && unit_set === gap.unit_set),
  );
  const bands = runsOf(country, () => true, countryBreaks);
  const lastCountry = country.at(-1);
  const labels: EndLabel[] = lines.flatMap((line) => {
    const label = scoreLabel(line, newest, decimalsOf, lang);
    if (!label) return [];
    const [x, y] = [xOf(label.period), yOf(label.value)];
    return [{ key: line.unit, tone: line.tone, x, y, text: fittedText(label, room) }];
  });
  if (lastCountry) {
    const label = medianLabel(lastCountry, newest, decimalsOf, lang);
    const [x, y] = [xOf(label.period), yOf(label.value)];
    labels.push({ key: 'country', tone: 'country', x, y, text: fittedText(label, room) });
  }
  return (
    <TimeGrid
      {...{ frame, top, bottom, hairlines }}
      ticks={ticksBetween(low, high, Math.max(2, height / 60)).map((tick) => ({ y: yOf(tick), text: fine(tick) }))}
      label={t('scoresOf', {
        span: `${frame.periods[0]}–${newest}`,
        units: lines.map(({ name }) => name).join(', ') || t('median'),
      })}
    >
      {bands.map((run) => (
        <g key={run[0]?.period} class="all">
          <path
            class="range"
            d={`M${[...run.map((one) => `${xOf(one.period)},${yOf(one.high)}`), ...run.toReversed().map((one) => `${xOf(one.period)},${yOf(one.low)}`)].join('L')}Z`}
          />
          <polyline class="median" points={run.map((one) => `${xOf(one.period)},${yOf(one.median)}`).join(' ')} />
        </g>
      ))}
      {country.map((one) => (
        <circle key={one.period} class="middle" cx={xOf(one.period)} cy={yOf(one.median)} r={2}>
          <title>{`${one.period}: ${t('median')} ${scoreText(lang, one.median, decimalsOf(one))}`}</title>
        </circle>
      ))}
      {lines.toReversed().map((line) => (
        <g key={line.unit} class={`line ${line.tone}`}>
          {scoreRuns(line, breaks).map((run) => (
            <polyline
              key={run[0]?.period}
              class="stroke"
              points={run.map(({ period, score }) => `${xOf(period)},${yOf(score ?? low)}`).join(' ')}
            />
          ))}
          {line.rows.map((row) => {
            if (row.score === null) return null;
            const [x, y] = [xOf(row.period), yOf(row.score)];
            const isEstimate = row.status === 'E';
            return (
              <g key={row.period}>
                {row.score_min !== null && row.score_max !== null && (
                  <line class="spread" x1={x} x2={x} y1={yOf(row.score_min)} y2={yOf(row.score_max)} />
                )}
                <circle
                  class={`dot ${line.tone}${isEstimate ? ' estimate' : ''}`}
                  cx={x}
                  cy={y}
                  r={isEstimate ? 4 : 3.5}
                >
                  <title>
                    {`${line.name} ${row.period}: ${scoreText(lang, row.score, decimalsOf(row))}${isEstimate ? `, ${t('estimate')}` : ''}`}
                  </title>
                </circle>
              </g>
            );
          })}
        </g>
      ))}
      <EndLabels {...{ labels, frame, top, bottom }} />
    </TimeGrid>
  );
}
