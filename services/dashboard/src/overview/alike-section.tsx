import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { componentsOf } from '../address/pages/components.ts';
import type { OverviewAddress } from '../address/pages/overview.ts';
import { loadAlike } from '../data/alike.ts';
import type { Profile } from '../data/profile.ts';
import { useAnswer } from '../data/use-answer.ts';
import { PeerLink } from '../layout/peer-link.tsx';
import { toneOf } from '../ranking/dot-plot.tsx';
import { shortIndexName, useWords } from '../words/language.tsx';
import { editionOf } from './release-address.ts';

type Props = { profile: Profile; address: PageAddress & OverviewAddress };

/** Who is like the unit, to be looked at or taken among its peers. Nothing where that cannot be told. */
export function AlikeSection({ profile, address }: Props) {
  const { lang, t } = useWords();
  const { standings } = profile;
  // While another unit loads, what is shown is still about the one before.
  const of = profile.unit.data[0]?.unit ?? address.of;
  const key = [lang, of, ...standings.map(({ release }) => `${release.index} ${release.period}`)].join('|');
  const { value, error } = useAnswer(key, (signal) => loadAlike(of, standings, lang, signal));
  if (error || value === null || value.others.length === 0) return null;
  const { release, others } = value;
  const what = `${shortIndexName(release.index)} ${release.period}`;
  const components = { ...componentsOf(address, of, release.index, release.period), edition: editionOf(release) };
  return (
    <section>
      <h2>{t('near')}</h2>
      <ul class="alike">
        {others.map(({ unit, unit_name }) => (
          <li key={unit} class={toneOf(unit, of, address.peers)}>
            <a href={formatAddress({ ...address, of: unit, unit })}>{unit_name}</a>{' '}
            <span class="compare screen">
              <PeerLink unit={unit} name={unit_name} address={address} peers={address.peers} />
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {t('alikeBy')} <a href={formatAddress(components)}>{what}</a> ({t('derivedHere')}).
      </p>
    </section>
  );
}
