import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { OverviewAddress } from '../address/pages/overview.ts';
import { loadProfile, type Profile } from '../data/profile.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { dayText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { AlikeSection } from './alike-section.tsx';
import { movementsOf, overviewTitle } from './movements.ts';
import { ProfileRow } from './profile-row.tsx';
import { insideOf } from './release-address.ts';

/** **Tổng quan**: where one unit stands in every index, and how that moved. */
export function OverviewPage({ address }: { address: PageAddress & OverviewAddress }) {
  const { lang } = useWords();
  const answer = useAnswer(`${lang}|${address.of}`, (signal) => loadProfile(address.of, lang, signal));
  const profile = answer.value;
  const [unit] = profile?.unit.data ?? [];
  const name = nameIn(lang, unit) ?? address.of;
  const title = profile ? overviewTitle(name, profile.standings, lang) : name;
  useTitle(title);
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{title}</h1>
      <AnswerState answer={answer} />
      {profile && (
        <div class={answer.isLoading || answer.error ? 'stale' : undefined}>
          <StandingsTable profile={profile} address={address} name={name} />
          <Movements sentences={movementsOf(profile.standings, lang)} />
          <AlikeSection profile={profile} address={address} />
          <Inside profile={profile} address={address} name={name} />
          <Lineage profile={profile} address={address} />
        </div>
      )}
    </main>
  );
}

type PartProps = { profile: Profile; address: PageAddress };

function StandingsTable({ profile, address, name }: PartProps & { name: string }) {
  const { t } = useWords();
  if (profile.standings.length === 0) return <p class="state">{t('noRanks')}</p>;
  const headings = ['latest', 'rank', 'grade', 'change', 'score', 'released', 'nextRelease'] as const;
  return (
    <table class="profile">
      <caption class="hidden">{t('indicesOf', { unit: name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('indexColumn')}</th>
          <th scope="col">{t('history')}</th>
          {headings.map((heading) => (
            <th key={heading} scope="col" class={['grade', 'change', 'nextRelease'].includes(heading) ? '' : 'number'}>
              {t(heading)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {profile.standings.map((standing) => (
          <ProfileRow key={standing.release.index} standing={standing} address={address} />
        ))}
      </tbody>
    </table>
  );
}

function Movements({ sentences }: { sentences: readonly string[] }) {
  const { t } = useWords();
  if (sentences.length === 0) return null;
  return (
    <section>
      <h2>{t('movements')}</h2>
      <ul class="plain">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Rankings of the units inside this one. */
function Inside({ profile, address, name }: PartProps & { name: string }) {
  const { t } = useWords();
  if (profile.inside.length === 0) return null;
  return (
    <section>
      <h2>{t('inside', { unit: name })}</h2>
      <ul class="plain">
        {profile.inside.map((release) => (
          <li key={release.index}>
            <a href={formatAddress(insideOf(address, release))}>{release.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the unit was before, and what it became: other units, with ids and ranks of their own. */
function Lineage({ profile, address }: PartProps) {
  const { lang, t } = useWords();
  const { predecessors, successors } = profile.unit.meta;
  if (predecessors.length + successors.length === 0) return null;
  const linkTo = (unit: string) => formatAddress({ page: 'overview', of: unit, lang: address.lang, unit, peers: [] });
  const line = (word: 'predecessors' | 'successors', on: string, units: readonly string[]) => (
    <p key={word + on}>
      {t(word, { date: dayText(lang, on) })}:{' '}
      {units.map((unit, i) => (
        <span key={unit}>
          {i > 0 && ', '}
          <a href={linkTo(unit)}>{unit}</a>
        </span>
      ))}
    </p>
  );
  return (
    <section class="quiet">
      {predecessors.map(({ on, from }) => line('predecessors', on, from))}
      {successors.map(({ on, to }) => line('successors', on, to))}
    </section>
  );
}
