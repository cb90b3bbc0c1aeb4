import { useId } from 'preact/hooks';
import type { PageAddress } from '../address/page-address.ts';
import type { ScorecardAddress } from '../address/pages/scorecard.ts';
import type { Methodology } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import type { Scorecard } from '../data/scorecard.ts';
import { Chart } from '../layout/chart.tsx';
import { DotPlot } from '../ranking/dot-plot.tsx';
import { subjectOf } from '../ranking/title.ts';
import { useWords } from '../words/language.tsx';
import { gradeCountsOf } from './grade-counts.ts';
import { ScorecardTable } from './scorecard-table.tsx';

type Props = {
  /** Of one group, by rank. */
  rows: readonly RankingRow[];
  card: Scorecard;
  name: string;
  address: PageAddress & ScorecardAddress;
  open: string | null;
  methodology: Methodology | null;
  source: string;
};

/** One group (khối): how many it has and their grades, every unit as a dot, and the table as announced. */
export function ScorecardGroup({ rows, card, name, address, open, methodology, source }: Props) {
  const { t } = useWords();
  const heading = useId();
  const { shown } = card;
  const { meta } = card.ranking;
  const group = rows[0]?.group ?? '';
  const coverage = meta.coverage[group];
  const grades = gradeCountsOf(rows, meta.grade_counts[group]);
  const counts = Object.entries(grades?.counts ?? {}).map(([grade, count]) => `${grade} ${count}`);
  const caption = t('tableOfGroup', { what: subjectOf(card.ranking), group: name });
  const word = grades?.basis === 'published' ? 'gradeCountsPublished' : 'gradeCountsComputed';
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      <p>
        {coverage?.population
          ? t('populationIs', { population: coverage.population, scored: coverage.scored })
          : t('populationUnknown', { scored: coverage?.scored ?? 0 })}{' '}
        {grades ? t(word, { counts: counts.join(', ') }) : t('gradeCountsUnknown')}
      </p>
      <Chart name={`${shown.index}-${shown.unit_set}-${shown.period}-${group}`} title={caption} source={source}>
        <DotPlot
          rows={rows}
          mine={open}
          peers={address.peers}
          by={methodology?.rank_by ?? 'score'}
          decimals={meta.decimals}
          isWhole={meta.extent === 'complete'}
        />
      </Chart>
      <ScorecardTable {...{ rows, card, caption, address, open, methodology }} />
    </section>
  );
}
