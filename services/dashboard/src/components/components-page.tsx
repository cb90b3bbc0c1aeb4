import { TOTAL } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { type ComponentsAddress, componentsOf } from '../address/pages/components.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import { simulationOf } from '../address/pages/simulation.ts';
import { loadReleases } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useUnitComponents } from '../data/use-unit-components.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { scoreText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { areRanksComputed, componentStandings, extremesOf, regionOf } from './component-standing.ts';
import { DecompositionSection } from './decomposition-section.tsx';
import { DumbbellSection } from './dumbbell-section.tsx';
import { IntervalSection } from './interval-section.tsx';
import { LostSection } from './lost-section.tsx';
import { NearSection } from './near-section.tsx';
import { UnitSwitches } from './unit-switches.tsx';

/** **Thành phần**: where one unit stands in each component, why its total moved, where it loses points, and who is like it. */
export function ComponentsPage({ address }: { address: PageAddress & ComponentsAddress }) {
  const { lang, t } = useWords();
  const { of, index, period, edition, peers } = address;
  const answer = useUnitComponents({ index, period, edition, set: null }, { unit: of, peers }, lang);
  const releases = useAnswer(lang, () => loadReleases(lang)).value;
  const loaded = answer.value;
  const unit = loaded?.chosen.unit ?? null;
  const total = loaded?.rows.find((row) => row.unit === unit && row.component === TOTAL);
  const region = loaded ? regionOf(loaded.unitSet, unit, total?.group ?? '', (group) => nameIn(lang, group)) : null;
  const standings = loaded ? componentStandings(loaded, region) : [];
  // What is shown, not what the address asks for by now.
  const shown = loaded?.release ?? { index, period };
  const what = `${shortIndexName(shown.index)} ${shown.period}`;
  const name = total?.unit_name ?? of;
  const extremes = extremesOf(standings);
  const title = extremes
    ? t(areRanksComputed([extremes.best, extremes.worst]) ? 'componentsComputedTitle' : 'componentsTitle', {
        ...{ what, unit: name },
        ...{
          best: extremes.best.name,
          bestRank: extremes.best.row.rank ?? '',
          bestOf: extremes.best.row.rank_of ?? '',
        },
        ...{ worst: extremes.worst.name, worstRank: extremes.worst.row.rank ?? '' },
        worstOf: extremes.worst.row.rank_of ?? '',
      })
    : t('componentsPlainTitle', { what, unit: name });
  useTitle(title);
  const release = loaded?.release;
  const standingText = [
    loaded && total?.score != null && t('totalIs', { score: scoreText(lang, total.score, loaded.meta.decimals) }),
    total?.rank != null && t('dumbbellRank', { rank: total.rank, of: total.rank_of ?? '?' }),
    total?.rank != null && total.rank_published === null && t('isComputed'),
  ]
    .filter(Boolean)
    .join(', ');
  // Where the total's rank is computed too, that has been said.
  const computed = total?.rank_published != null && areRanksComputed(standings) && t('dumbbellsComputed');
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      {total && loaded && (
        <>
          <p class="lead">{[standingText, computed].filter(Boolean).join('. ')}</p>
          <p class="lead screen">
            <a
              href={formatAddress(
                rankingOf(address, loaded.release.index, loaded.release.period, loaded.release.unit_set),
              )}
            >
              {t('toRanking')}
            </a>
            {standings.length > 0 && (
              <>
                {' · '}
                <a href={formatAddress(simulationOf(address, loaded.release.index, loaded.release.period))}>
                  {t('toSimulation')}
                </a>
              </>
            )}
          </p>
        </>
      )}
      <AnswerState answer={answer} />
      {releases && (
        <UnitSwitches
          releases={releases}
          now={release ?? { index, period }}
          unit={of}
          addressOf={(index, period) => componentsOf(address, of, index, period)}
        />
      )}
      {loaded && !total && !answer.isLoading && <p class="state">{t('unitNotThere', { unit: of })}</p>}
      {loaded && total && standings.length === 0 && <p class="state">{t('noComponents')}</p>}
      {loaded && release && unit !== null && standings.length > 0 && (
        <div
          class={answer.isLoading || answer.error ? 'stale' : undefined}
          key={[release.index, release.period, release.unit_set, unit].join('|')}
        >
          <DumbbellSection loaded={loaded} standings={standings} region={region?.name ?? null} title={title} />
          <DecompositionSection loaded={loaded} unit={unit} address={address} />
          <LostSection loaded={loaded} unit={unit} hasRegion={region !== null} address={address} />
          <NearSection loaded={loaded} unit={unit} address={address} />
          <IntervalSection loaded={loaded} unit={unit} />
        </div>
      )}
    </main>
  );
}
