import { MAIN_EDITION } from '@chi-so/domain/identity';
import { goTo } from '../address/navigation.ts';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import type { ReleasesAddress } from '../address/pages/releases.ts';
import type { Release } from '../data/catalogue.ts';
import { apiAddress } from '../data/get.ts';
import { CopyLink } from '../layout/copy-link.tsx';
import { dayText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { releaseAddress } from './release-address.ts';

type Props = {
  address: PageAddress & ReleasesAddress;
  releases: readonly Release[];
  setNames: ReadonlyMap<string, string>;
};

/** Every release that came in, of the index and unit set that the address names. */
export function ReleasesTable({ address, releases, setNames }: Props) {
  const { lang, t } = useWords();
  const shown = releases.filter(
    ({ index, unit_set }) =>
      (address.index === null || index === address.index) && (address.set === null || unit_set === address.set),
  );
  const indices = [...new Set(releases.map(({ index }) => index))].toSorted();
  const sets = [...new Set(releases.map(({ unit_set }) => unit_set))].toSorted();
  const file = (format: string, profile: string | null = null) =>
    apiAddress(`releases.${format}`, { index: address.index, profile }, lang);
  return (
    <section aria-labelledby="every-release">
      <h2 id="every-release">{t('everyRelease')}</h2>
      <div class="selects screen">
        <Filter
          label={t('indexSwitch')}
          chosen={address.index}
          options={indices.map((index) => [index, shortIndexName(index)])}
          onChoose={(index) => goTo({ ...address, index })}
        />
        <Filter
          label={t('setSwitch')}
          chosen={address.set}
          options={sets.map((set) => [set, setNames.get(set) ?? set])}
          onChoose={(set) => goTo({ ...address, set })}
        />
      </div>
      {shown.length === 0 ? (
        <p class="state">{t('noSuchReleases')}</p>
      ) : (
        <table class="listed">
          <caption class="hidden">{t('everyRelease')}</caption>
          <thead>
            <tr>
              {(['release', 'source', 'released', 'recorded', 'extent', 'revision', 'figures'] as const).map((word) => (
                <th key={word} scope="col" class={word === 'figures' ? 'screen' : undefined}>
                  {t(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <ReleaseRow
                key={Object.values(releaseAddress(address, one)).join()}
                {...{ address, release: one, setNames }}
              />
            ))}
          </tbody>
        </table>
      )}
      <p class="label screen">
        {t('download')}
        {address.set !== null && ` (${t('downloadHasEverySet')})`}: <a href={file('csv')}>CSV</a> ·{' '}
        <a href={file('csv', 'excel-vi')}>{t('csvExcel')}</a> · <CopyLink address={file('csv')} />
      </p>
    </section>
  );
}

type RowProps = { address: PageAddress; release: Release; setNames: ReadonlyMap<string, string> };

function ReleaseRow({ address, release, setNames }: RowProps) {
  const { lang, t } = useWords();
  const { index, period, unit_set, edition, publisher, kind, certainty, published_on, at, extent, revision } = release;
  const ranking = {
    ...rankingOf(address, index, period, unit_set),
    edition: edition === MAIN_EDITION ? null : edition,
  };
  const path = `rankings/${index}/${period}`;
  const query = { set: unit_set, edition };
  return (
    <tr>
      <th scope="row">
        <a href={formatAddress(releaseAddress(address, release))}>
          {shortIndexName(index)} {period}
        </a>
        {edition !== MAIN_EDITION && ` (${edition})`}
        <small>{setNames.get(unit_set) ?? unit_set}</small>
      </th>
      <td>
        {publisher}
        <small>{[kind && t(kind), certainty && t(`certainty-${certainty}`)].filter(Boolean).join(', ')}</small>
      </td>
      <td class="day" data-label={t('released')}>
        {published_on ? dayText(lang, published_on) : <em>{t('dateUnknown')}</em>}
      </td>
      <td class="day" data-label={t('recorded')}>
        {dayText(lang, at)}
      </td>
      <td>{t(`extent-${extent}`)}</td>
      <td data-label={t('revision')}>{revision ?? <em>{t('withdrawn')}</em>}</td>
      <td class="taken screen">
        {revision !== null && (
          <>
            <a
              href={formatAddress(ranking)}
              aria-label={t('rankingOf', { what: `${shortIndexName(index)} ${period}` })}
            >
              {t('ranking')}
            </a>
            {' · '}
            <a href={apiAddress(`${path}.csv`, query, lang)} download>
              CSV
            </a>
            {' · '}
            <a href={apiAddress(`exports/${path}.xlsx`, query, lang)} download>
              XLSX
            </a>
          </>
        )}
      </td>
    </tr>
  );
}

type FilterProps = {
  label: string;
  chosen: string | null;
  options: readonly (readonly [value: string, text: string])[];
  onChoose: (value: string | null) => void;
};

function Filter({ label, chosen, options, onChoose }: FilterProps) {
  const { t } = useWords();
  return (
    <label class="select">
      <span class="label">{label}</span>
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        <option value="">{t('all')}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
