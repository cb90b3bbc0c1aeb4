import { Fragment } from 'preact';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ScorecardAddress } from '../address/pages/scorecard.ts';
import type { Methodology } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import type { Scorecard } from '../data/scorecard.ts';
import { RankChange } from '../layout/rank-change.tsx';
import { Grade, GradeCell } from '../ranking/grade-cell.tsx';
import { rankRemarks } from '../ranking/rank-remarks.ts';
import { ScoreCell } from '../ranking/score-cell.tsx';
import { columnsOf } from '../ranking/table-columns.ts';
import { differenceText, scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { UnitComponents } from './unit-components.tsx';

type Props = {
  rows: readonly RankingRow[];
  card: Scorecard;
  caption: string;
  address: PageAddress & ScorecardAddress;
  open: string | null;
  methodology: Methodology | null;
};

/** The units of one group in the order announced, the period before beside them; a unit opens to its components. */
export function ScorecardTable({ rows, card: { shown, ranking, before }, caption, address, open, methodology }: Props) {
  const { lang, t } = useWords();
  const { meta } = ranking;
  const columns = columnsOf(rows);
  const earlier = new Map(before?.rows.map((row) => [row.unit, row]));
  const period = before?.rows[0]?.period ?? '';
  const hasEarlier = rows.some(({ unit }) => earlier.has(unit));
  const hasEarlierGrades = rows.some(({ unit }) => hasGrade(earlier.get(unit)));
  const headings: (readonly [string, string] | false)[] = [
    [t(columns.areAllComputed && columns.gap ? 'computedRank' : 'rank'), 'number'],
    [t('unitColumn'), ''],
    [t('score'), 'number'],
    columns.percent && [t('percent'), 'number'],
    columns.grade && [t(columns.areGradesComputed ? 'computedGrade' : 'grade'), ''],
    columns.rankChange && [t('change'), ''],
    columns.scoreChange && [t('scoreChange'), 'number'],
    hasEarlier && [t('rankAt', { period }), 'number'],
    hasEarlier && [t('scoreAt', { period }), 'number'],
    hasEarlier && hasEarlierGrades && [t('gradeAt', { period }), ''],
  ];
  const earlierScore = (score: number) => scoreText(lang, score, before?.meta.decimals ?? meta.decimals);
  const shownHeadings = headings.filter((one) => one !== false);
  return (
    <table class="ranking scorecard">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {shownHeadings.map(([text, className]) => (
            <th key={text} scope="col" class={className}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isOpen = row.unit === open;
          const past = earlier.get(row.unit);
          const remarks = rankRemarks(row, meta.claims, columns.areAllComputed, t);
          return (
            <Fragment key={row.unit}>
              <tr class={isOpen ? 'mine' : undefined}>
                <td class="number rank">{row.rank ?? '–'}</td>
                <th scope="row">
                  <a href={formatAddress({ ...address, open: isOpen ? null : row.unit })} aria-expanded={isOpen}>
                    {row.unit_name}
                  </a>
                  {remarks.length > 0 && <small>{remarks.join('; ')}</small>}
                </th>
                <ScoreCell row={row} meta={meta} />
                {columns.percent && (
                  <td class="number" data-label={t('percent')}>
                    {row.percent === null ? '' : scoreText(lang, row.percent, meta.decimals)}
                  </td>
                )}
                {columns.grade && <GradeCell row={row} areAllComputed={columns.areGradesComputed} />}
                {columns.rankChange && (
                  <td class="moved">
                    <RankChange places={row.rank_change} />
                  </td>
                )}
                {columns.scoreChange && (
                  <td class="number quiet" data-label={t('score')}>
                    {row.score_change === null ? '' : differenceText(lang, row.score_change, meta.decimals)}
                  </td>
                )}
                {hasEarlier && (
                  <>
                    <td class="number quiet" data-label={t('rankAt', { period })}>
                      {past?.rank ?? <em>{past ? '–' : t('noSuchUnit')}</em>}
                    </td>
                    <td class="number quiet" data-label={t('scoreAt', { period })}>
                      {past &&
                        (past.score === null ? <em>{t(past.reason ?? 'unknown')}</em> : earlierScore(past.score))}
                    </td>
                    {hasEarlierGrades && (
                      <td class="quiet" data-label={t('gradeAt', { period })}>
                        {past && <Grade row={past} areAllComputed={false} />}
                      </td>
                    )}
                  </>
                )}
              </tr>
              {isOpen && (
                <tr class="detail">
                  <td colSpan={shownHeadings.length}>
                    <UnitComponents {...{ row, shown, methodology, address }} decimals={meta.decimals} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

const hasGrade = (row: RankingRow | undefined): boolean => (row?.grade_published ?? row?.grade ?? null) !== null;
