import type { PageAddress } from '../address/page-address.ts';
import type { ComponentsAddress } from '../address/pages/components.ts';
import { type AnswerOf, loadAnalysis, ofRelease } from '../data/analysis.ts';
import { notesOf, type UnitComponents } from '../data/components.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnalysisFoot } from '../layout/analysis-foot.tsx';
import { AnalysisSentences } from '../layout/analysis-sentences.tsx';
import { AnalysisState, shownOf } from '../layout/analysis-state.tsx';
import { SelectSwitch } from '../layout/switches.tsx';
import { scoreText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { AloneText } from './alone-text.tsx';
import { NEXT, targetChoices } from './targets-to-reach.ts';

type Props = {
  loaded: UnitComponents;
  unit: string;
  hasRegion: boolean;
  address: PageAddress & ComponentsAddress;
};

/** What the unit has left on the table in each component, and what each alone would have to do for a target. */
export function LostSection({ loaded, unit, hasRegion, address }: Props) {
  const { lang, t } = useWords();
  const query = { ...ofRelease(loaded), unit, target: address.target ?? NEXT };
  const answer = useAnswer([lang, ...Object.values(query)].join('|'), (signal) =>
    loadAnalysis('gap', query, lang, signal),
  );
  const found = shownOf(answer);
  const [first] = found?.data ?? [];
  const title =
    found && first?.points_lost
      ? t('lostTitle', {
          component: first.component_name,
          points: scoreText(lang, first.points_lost, found.meta.decimals),
        })
      : t('lost');
  return (
    <section aria-busy={answer.isLoading}>
      <h2>{title}</h2>
      <div class="selects screen">
        <SelectSwitch
          label={t('targetSwitch')}
          choices={targetChoices(address, found?.meta.current.rank ?? null, hasRegion, t)}
        />
      </div>
      <AnalysisState answer={answer} />
      {found && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <AnalysisSentences sentences={found.meta.sentences} />
          <LostTable found={found} caption={title} />
          <AnalysisFoot known={notesOf(loaded)} analysis="gap" query={query} meta={found.meta} />
        </div>
      )}
    </section>
  );
}

/** As long as the bar of the greatest loss. */
const BAR = 120;

function LostTable({ found: { data, meta }, caption }: { found: AnswerOf<'gap'>; caption: string }) {
  const { lang, t } = useWords();
  const text = (score: number | null) => (score === null ? '–' : scoreText(lang, score, meta.decimals));
  const most = Math.max(...data.map(({ points_lost }) => Math.abs(points_lost ?? 0)));
  return (
    <table class="figures lost">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('componentColumn')}</th>
          <th scope="col">{t('score')}</th>
          <th scope="col">{t('bestColumn')}</th>
          <th scope="col" title={t('lostAbout')}>
            {t('lostColumn')}
          </th>
          <th scope="col" class="says">
            {t('aloneColumn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.map((row) => (
          <tr key={row.component}>
            <th scope="row">{row.component_name}</th>
            <td data-label={t('score')}>{text(row.score)}</td>
            <td data-label={t('bestColumn')}>{text(row.best_score)}</td>
            <td class="bar" data-label={t('lostColumn')}>
              <svg aria-hidden="true" viewBox={`0 0 ${BAR} 12`} width={BAR} height={12}>
                <rect class="lost" width={((row.points_lost ?? 0) / (most || 1)) * BAR} height={12} />
              </svg>
              {text(row.points_lost)}
            </td>
            <td class="says" data-label={t('aloneColumn')}>
              <AloneText row={row} decimals={meta.decimals} isReached={meta.target.reached} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
