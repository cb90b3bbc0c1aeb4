import { TOTAL } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import { loadAnalysis } from '../data/analysis.ts';
import type { Ranking } from '../data/ranking.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { Chart } from '../layout/chart.tsx';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { GapLadder } from './gap-ladder.tsx';
import { ladderOf } from './ladder.ts';
import type { RankedBy } from './standing.ts';

type Props = {
  ranking: Ranking;
  mine: string;
  peers: readonly string[];
  by: RankedBy;
  address: PageAddress & RankingAddress;
  source: string;
};

/**
 * How far mine is from those ranked next to it; on request, which of them other weights would not tell from it. That is
 * computed here for whoever asks, and no part of what was published.
 */
export function NearUnits({ ranking, mine, peers, by, address, source }: Props) {
  const { lang, t } = useWords();
  const own = ranking.rows.find(({ unit }) => unit === mine);
  // What the weights are of is the total.
  const canJoin = address.component === TOTAL && by === 'score' && own !== undefined;
  const isJoined = canJoin && address.isJoined;
  const query = {
    ...{ index: own?.index, period: own?.period, set: own?.unit_set, edition: own?.edition },
    method: 'weights',
  };
  const answer = useAnswer([lang, isJoined, ...Object.values(query)].join('|'), async (signal) =>
    isJoined ? loadAnalysis('robustness', query, lang, signal) : null,
  );
  const found = isJoined ? shownOf(answer) : null;
  const interval = found?.data.find(({ unit }) => unit === mine);
  const indistinct = new Set(
    found?.data.flatMap(({ unit, group, rank_simulated }) =>
      interval &&
      group === interval.group &&
      rank_simulated >= interval.indistinct_from &&
      rank_simulated <= interval.indistinct_to
        ? [unit]
        : [],
    ),
  );
  const rungs = ladderOf(ranking.rows, mine, by, indistinct);
  if (!own || !rungs) return null;
  const title = t('ladderTitle', { unit: own.unit_name });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Chart name={`${address.index}-${own.period}-${mine}`} title={title} source={source}>
        <GapLadder {...{ rungs, mine, peers, indistinct }} decimals={ranking.meta.decimals} />
      </Chart>
      {isJoined && <AnalysisState answer={answer} />}
      {found && (
        <p class="quiet" role="status">
          {!interval
            ? t('joinedWithout')
            : t(indistinct.size > 1 ? 'joinedAre' : 'joinedNone', {
                spread: found.meta.spread_percent ?? '',
                draws: scoreText(lang, found.meta.draws, 0),
                count: indistinct.size,
              })}
        </p>
      )}
      {canJoin && (
        <p class="screen">
          <a href={formatAddress({ ...address, isJoined: !isJoined })}>{t(isJoined ? 'joinedHide' : 'joinedShow')}</a>
        </p>
      )}
    </section>
  );
}
