import type { PageAddress } from '../address/page-address.ts';
import type { ReleasesAddress } from '../address/pages/releases.ts';
import { loadUnitSetNames } from '../data/catalogue.ts';
import { loadListedReleases } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { SignInLink } from '../session/sign-in-link.tsx';
import { maySend } from '../session/token.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { Calendar } from './calendar.tsx';
import { Changes } from './changes.tsx';
import { Incoming } from './incoming.tsx';
import { ReleasesTable } from './releases-table.tsx';

/** **Đợt công bố**: what is put in, what changed, what is expected, and every release that came in. */
export function ReleasesPage({ address }: { address: PageAddress & ReleasesAddress }) {
  const { lang, t } = useWords();
  const answer = useAnswer(lang, () => loadListedReleases(lang));
  const setNames = useAnswer(lang, () => loadUnitSetNames(lang)).value ?? new Map<string, string>();
  const releases = answer.value ?? [];
  useTitle(t('releases'));
  return (
    <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
      <h1>{t('releases')}</h1>
      {releases.length > 0 && (
        <p class="lead">
          {t('releasesLead', {
            count: releases.length,
            indices: [...new Set(releases.map(({ index }) => index))].map(shortIndexName).join(', '),
          })}
        </p>
      )}
      {maySend('releases:write') ? (
        <Incoming address={address} setNames={setNames} />
      ) : (
        <p class="quiet screen">
          {t('signInToSend')} <SignInLink>{t('signIn')}</SignInLink>.
        </p>
      )}
      <Changes address={address} />
      <Calendar address={address} setNames={setNames} />
      <AnswerState answer={answer} />
      {answer.value && <ReleasesTable address={address} releases={releases} setNames={setNames} />}
    </main>
  );
}
