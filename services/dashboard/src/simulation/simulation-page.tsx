import { TOTAL } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { componentsOf } from '../address/pages/components.ts';
import { type SimulationAddress, simulationOf } from '../address/pages/simulation.ts';
import { UnitSwitches } from '../components/unit-switches.tsx';
import { loadReleases } from '../data/catalogue.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useUnitComponents } from '../data/use-unit-components.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { Simulation } from './simulation.tsx';

/** **Mô phỏng**: the ranking as it would be with other figures. */
export function SimulationPage({ address }: { address: PageAddress & SimulationAddress }) {
  const { lang, t } = useWords();
  const { index, period, set, edition, unit, peers } = address;
  const answer = useUnitComponents({ index, period, set, edition }, { unit, peers }, lang);
  const releases = useAnswer(lang, () => loadReleases(lang)).value;
  const loaded = answer.value;
  const release = loaded?.release;
  const mine = loaded?.chosen.unit ?? null;
  const total = loaded?.rows.find((row) => row.unit === mine && row.component === TOTAL);
  const title = t('simulationTitle', {
    // What is shown, not what the address asks for by now.
    what: `${shortIndexName(release?.index ?? index)} ${release?.period ?? period}`,
    unit: total?.unit_name ?? unit ?? t('noUnit'),
  });
  useTitle(title);
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      <p class="lead">
        {t('simulationAbout')}{' '}
        {unit !== null && release && (
          <a href={formatAddress(componentsOf(address, unit, release.index, release.period))}>
            {t('seeComponents', { unit: total?.unit_name ?? unit })}
          </a>
        )}
      </p>
      <AnswerState answer={answer} />
      {releases && (
        <UnitSwitches
          releases={releases}
          now={release ?? { index, period }}
          unit={unit}
          addressOf={(index, period) => ({ ...simulationOf(address, index, period), others: address.others })}
        />
      )}
      {unit === null && (
        <p class="state">
          <a href={formatAddress({ page: 'choice', lang: address.lang, unit, peers })}>{t('chooseFirst')}</a>
        </p>
      )}
      {loaded && unit !== null && !total && !answer.isLoading && <p class="state">{t('unitNotThere', { unit })}</p>}
      {loaded && release && total && mine !== null && (
        <div
          class={answer.isLoading || answer.error ? 'stale' : undefined}
          key={[release.index, release.period, release.unit_set, mine].join('|')}
        >
          <Simulation loaded={loaded} unit={mine} total={total} address={address} />
        </div>
      )}
    </main>
  );
}
