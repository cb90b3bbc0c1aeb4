import type { Trend, TrendRow } from '../data/trend.ts';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import type { CountryPoint } from './country.ts';
import type { DecimalsOf } from './decimals.ts';
import { isComputed, type Line } from './lines.ts';

type Props = {
  trend: Trend;
  lines: readonly Line[];
  country: readonly CountryPoint[];
  periods: readonly string[];
  decimalsOf: DecimalsOf;
  caption: string;
  rulesName: (methodology: string) => string;
};

/** Every figure of the drawings, and what the drawings cannot say: a row a period, two columns a unit. */
export function TrendTable({ trend, lines, country, periods, decimalsOf, caption, rulesName }: Props) {
  const { lang, t } = useWords();
  const known = new Map(lines.map((line) => [line.unit, new Map(line.rows.map((row) => [row.period, row]))]));
  const ranked = lines.flatMap(({ rows }) => rows.filter(({ rank }) => rank !== null));
  const areAllComputed = ranked.length > 0 && ranked.every(isComputed);
  const countryAt = new Map(country.map((one) => [one.period, one]));
  const rulesAt = new Map(trend.rows.map(({ period, methodology }) => [period, methodology]));
  const hasCountry = country.length > 0;
  const columns = 1 + 2 * lines.length + (hasCountry ? 2 : 0);
  return (
    <div class="wide">
      <table class="periods">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('periodSwitch')}
            </th>
            {lines.map(({ unit, name, tone }) => (
              <th key={unit} scope="colgroup" colSpan={2} class={`unit ${tone}`}>
                {name}
              </th>
            ))}
            {hasCountry && (
              <th scope="col" rowSpan={2} class="number">
                {t('medianColumn')}
              </th>
            )}
            {hasCountry && (
              <th scope="col" rowSpan={2} class="number">
                {t('rangeColumn')}
              </th>
            )}
          </tr>
          <tr>
            {lines.flatMap(({ unit }) => [
              <th key={`${unit} score`} scope="col" class="number">
                {t('score')}
              </th>,
              <th key={`${unit} rank`} scope="col" class="number">
                {t(areAllComputed ? 'computedRank' : 'rank')}
              </th>,
            ])}
          </tr>
        </thead>
        {runsOfRules(periods, rulesAt).map(([rules, own]) => (
          <tbody key={own[0]}>
            <tr class="rules">
              <th scope="rowgroup" colSpan={columns}>
                {rulesName(rules)}
              </th>
            </tr>
            {own.map((period) => {
              const all = countryAt.get(period);
              return (
                <tr key={period}>
                  <th scope="row">{period}</th>
                  {lines.flatMap(({ unit, name, tone }) => {
                    const row = known.get(unit)?.get(period);
                    return [
                      <ScoreCell key={`${unit} score`} {...{ row, name, tone, decimalsOf }} />,
                      <RankCell key={`${unit} rank`} row={row} tone={tone} areAllComputed={areAllComputed} />,
                    ];
                  })}
                  {hasCountry && (
                    <td class="number quiet" data-label={t('medianColumn')}>
                      {all ? scoreText(lang, all.median, decimalsOf(all)) : <em>{t('notGiven')}</em>}
                    </td>
                  )}
                  {hasCountry && (
                    <td class="number quiet" data-label={t('rangeColumn')}>
                      {all ? (
                        `${scoreText(lang, all.low, decimalsOf(all))}–${scoreText(lang, all.high, decimalsOf(all))}`
                      ) : (
                        <em>{t('notGiven')}</em>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Periods that follow each other by the same methodology. */
const runsOfRules = (periods: readonly string[], rulesAt: ReadonlyMap<string, string>): [string, string[]][] => {
  const runs: [string, string[]][] = [];
  for (const period of periods) {
    const rules = rulesAt.get(period) ?? '';
    const last = runs.at(-1);
    if (last?.[0] === rules) last[1].push(period);
    else runs.push([rules, [period]]);
  }
  return runs;
};

type ScoreProps = { row: TrendRow | undefined; name: string; tone: string; decimalsOf: DecimalsOf };

function ScoreCell({ row, name, tone, decimalsOf }: ScoreProps) {
  const { lang, t } = useWords();
  if (!row) {
    return (
      <td class={`number score ${tone}`} data-label={name}>
        <em>{t('notInRelease')}</em>
      </td>
    );
  }
  const { score, score_min, score_max, status } = row;
  const fine = (score: number) => scoreText(lang, score, decimalsOf(row));
  const remark =
    status === 'E' && score_min !== null && score_max !== null
      ? t('estimatedFrom', { low: fine(score_min), high: fine(score_max) })
      : status === 'E'
        ? t('estimate')
        : status === 'P'
          ? t('provisional')
          : null;
  return (
    <td class={`number score ${tone}`} data-label={name}>
      {score === null ? <em>{t(row.reason ?? 'unknown')}</em> : fine(score)}
      {remark && <small>{remark}</small>}
    </td>
  );
}

type RankProps = { row: TrendRow | undefined; tone: string; areAllComputed: boolean };

/** The rank as computed, what the publisher printed where that is another one or nothing, and the simulated place. */
function RankCell({ row, tone, areAllComputed }: RankProps) {
  const { t } = useWords();
  const {
    rank = null,
    rank_of,
    rank_published: published = null,
    rank_simulated = null,
    rank_simulated_of,
  } = row ?? {};
  const isOurs = row !== undefined && isComputed(row) && published === null && !areAllComputed;
  return (
    <td class={`number place ${tone}`}>
      {rank !== null && `${rank}/${rank_of ?? '?'}`}
      {rank === null && rank_simulated === null && row && row.score !== null && <em>{t('unranked')}</em>}
      {isOurs && <small>{t('isComputed')}</small>}
      {published !== null && published !== rank && <small>{t('publishedAs', { rank: published })}</small>}
      {rank_simulated !== null && (
        <small>{t('simulatedIs', { rank: rank_simulated, of: rank_simulated_of ?? '?' })}</small>
      )}
    </td>
  );
}
