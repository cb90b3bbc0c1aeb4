import { compareMethodologies } from '@chi-so/domain/comparability';
import type { LogId } from '@chi-so/domain/identity';
import type { Series } from '@chi-so/domain/series';
import type { Lang } from './ranking-response.ts';

/** The answer to `GET /v1/series`: one row a unit and period, and the breaks between periods that do not compare. */
export const seriesRows = (
  log: LogId,
  series: Series,
  units: readonly string[],
  from: string,
  to: string,
  lang: Lang,
) => {
  const names = new Map(series.units.map((unit) => [unit.unit, lang === 'vi' ? unit.name_vi : unit.name_en]));
  return series.columns
    .filter(({ period }) => period.slice(0, 4) >= from && period.slice(0, 4) <= to)
    .flatMap(({ period, points, methodology, revision }) =>
      points
        .filter(({ unit }) => units.includes(unit))
        .map(({ unit, score, status, reason, rank, rank_published, group, rank_of }) => ({
          index: log.index,
          period,
          unit_set: log.unit_set,
          edition: log.edition,
          group,
          component: series.component,
          unit,
          unit_name: names.get(unit) ?? unit,
          score,
          status,
          reason,
          rank,
          rank_published,
          rank_of,
          methodology,
          revision,
        })),
    );
};

/** Where a line through the series must stop, and why. */
export const seriesBreaks = (series: Series, lang: Lang) =>
  series.columns.flatMap((later, i) => {
    const earlier = series.columns[i - 1];
    if (!earlier) return [];
    const verdict = compareMethodologies(later, earlier, series.component);
    if (verdict.verdict === 'comparable') return [];
    return [
      {
        from: earlier.period,
        to: later.period,
        verdict: verdict.verdict,
        reason: lang === 'vi' ? verdict.reason_vi : verdict.reason_en,
      },
    ];
  });
