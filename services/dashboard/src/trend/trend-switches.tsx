import { useState } from 'preact/hooks';
import { formatAddress, MOST_PEERS, type PageAddress } from '../address/page-address.ts';
import type { Chosen } from '../address/page-kind.ts';
import { type TrendAddress, trendOf } from '../address/pages/trend.ts';
import type { Release } from '../data/catalogue.ts';
import type { Trend } from '../data/trend.ts';
import { LinkSwitch, SelectSwitch } from '../layout/switches.tsx';
import { toneOf } from '../ranking/dot-plot.tsx';
import { fold } from '../words/fold.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { componentChoices } from './component-choices.ts';
import { BASES, isBasis } from './trend-sets.ts';

type Props = {
  address: PageAddress & TrendAddress;
  releases: readonly Release[];
  trend: Trend | null;
  chosen: Chosen;
};

/** Which trend is shown: index, component, basis, and whom it is compared with. */
export function TrendSwitches({ address, releases, trend, chosen }: Props) {
  const { lang, t } = useWords();
  const indices = [...new Set(releases.map(({ index }) => index))].sort();
  const isNational = trend === null || trend.sets.every(({ meta }) => meta.parent === null);
  const setName = (set: string) => shortSetName(trend, set, lang);
  const components = componentChoices(
    trend?.methodologies ?? [],
    (rules) => trend?.releases.filter(({ methodology }) => methodology === rules).map(({ period }) => period) ?? [],
    lang,
  );
  return (
    <div class="switches screen">
      <LinkSwitch
        label={t('indexSwitch')}
        choices={indices.map((index) => ({
          label: shortIndexName(index),
          address: index === address.index ? address : trendOf(address, index),
          isCurrent: index === address.index,
        }))}
      />
      {isNational && (
        <LinkSwitch
          label={t('basisSwitch')}
          choices={[
            { label: t('asPublished'), address: { ...address, basis: null }, isCurrent: !isBasis(address.basis) },
            ...BASES.map((basis) => ({
              label: setName(basis),
              address: { ...address, basis },
              isCurrent: address.basis === basis,
            })),
          ]}
        />
      )}
      {components.length > 1 && (
        <div class="selects">
          <SelectSwitch
            label={t('componentSwitch')}
            choices={components.map(({ component, label }) => ({
              label,
              address: { ...address, component },
              isCurrent: component === address.component,
            }))}
          />
        </div>
      )}
      {trend && <UnitPicker address={address} trend={trend} chosen={chosen} />}
    </div>
  );
}

/** The name of a unit set without its dates, `63 tỉnh, thành phố`. */
export const shortSetName = (trend: Trend | null, set: string, lang: 'vi' | 'en'): string => {
  const known = trend?.knownSets.find(({ unit_set }) => unit_set === set);
  return known ? nameIn(lang, known).replace(/ \(.*\)$/, '') : set;
};

const MOST_FOUND = 8;

/** The units that are compared, each with the way out, and a search for others; whoever has none yet chooses their own. */
function UnitPicker({ address, trend, chosen }: { address: Props['address']; trend: Trend; chosen: Chosen }) {
  const { lang, t } = useWords();
  const [find, setFind] = useState('');
  const units = trend.sets.flatMap(({ data }) => data);
  const nameOf = (one: { name_vi: string; name_en: string }) => nameIn(lang, one);
  // Whoever is not of these sets has no line, and the page says why.
  const shown = [...(chosen.unit ? [chosen.unit] : []), ...chosen.peers].filter((id) =>
    units.some(({ unit }) => unit === id),
  );
  const found =
    fold(find) === ''
      ? []
      : units
          .filter(({ unit }) => !shown.includes(unit))
          .filter((one) => [nameOf(one), one.unit, ...one.aliases].some((name) => fold(name).includes(fold(find))))
          .slice(0, MOST_FOUND);
  const withUnit = (unit: string): PageAddress =>
    address.unit === null ? { ...address, unit } : { ...address, peers: [...chosen.peers, unit] };
  const isFull = chosen.peers.length >= MOST_PEERS;
  return (
    <div class="units">
      {shown.length > 0 && (
        <div class="switch">
          <span class="label">{t('shown')}</span>
          <ul class="compared">
            {shown.map((id) => {
              const unit = units.find((one) => one.unit === id);
              const name = unit ? nameOf(unit) : id;
              return (
                <li key={id} class={toneOf(id, chosen.unit, chosen.peers)}>
                  {name}
                  {id !== chosen.unit && (
                    <a
                      href={formatAddress({ ...address, peers: chosen.peers.filter((peer) => peer !== id) })}
                      aria-label={t('dropPeer', { unit: name })}
                    >
                      ×
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {isFull ? (
        <p class="quiet">{t('enoughUnits', { most: MOST_PEERS })}</p>
      ) : (
        <>
          <label class="find">
            <span class="label">{t('addUnit')}</span>
            <input
              type="search"
              value={find}
              placeholder={t('findHint')}
              onInput={(event) => setFind(event.currentTarget.value)}
            />
          </label>
          {found.length > 0 && (
            <ul class="found">
              {found.map((one) => (
                <li key={one.unit}>
                  <a href={formatAddress(withUnit(one.unit))} onClick={() => setFind('')}>
                    + {nameOf(one)}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {fold(find) !== '' && found.length === 0 && <p class="quiet">{t('foundNone', { find })}</p>}
        </>
      )}
    </div>
  );
}
