import { useEffect, useRef, useState } from 'preact/hooks';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { loadUnitSetNames } from '../data/catalogue.ts';
import { loadDrafts } from '../data/drafts.ts';
import { forgetKept } from '../data/get.ts';
import { loadHistory, loadHistoryIfAny, templateAddress } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { maySend } from '../session/token.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { DraftPart } from './draft-part.tsx';
import { DraftsList } from './drafts-list.tsx';
import { Publications } from './publications.tsx';
import { Revisions } from './revisions.tsx';
import { Withdrawal } from './withdrawal.tsx';

type Props = { address: PageAddress & ReleaseAddress };

/** One **đợt công bố**: every publication and revision of it; for those who write, its drafts and what is decided of them. */
export function ReleasePage({ address }: Props) {
  const { index, period, set, edition } = address;
  // Another release begins anew: nothing of this one stands under the other's name.
  return <OneRelease key={[index, period, set, edition].join('|')} address={address} />;
}

function OneRelease({ address }: Props) {
  const { lang, t } = useWords();
  const { index, period, set, edition, revision } = address;
  const mayLook = maySend('releases:write') || maySend('releases:publish');
  const key = [lang, index, period, set, edition].join('|');
  const history = useAnswer(key, (signal) =>
    mayLook ? loadHistoryIfAny(address, lang, signal) : loadHistory(address, lang, signal),
  );
  const drafts = useAnswer(key, async (signal) => (mayLook ? loadDrafts(address, lang, signal) : null));
  const setNames = useAnswer(lang, () => loadUnitSetNames(lang)).value;
  const onLookAgain = () => {
    // Somebody else may have published: what was kept would say otherwise.
    forgetKept();
    history.retry();
    drafts.retry();
  };
  // What was decided stays said, and the keyboard with it, when the button is gone that did it.
  const [said, setSaid] = useState({ text: '' });
  const spoken = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said.text !== '') spoken.current?.focus();
  }, [said]);
  const onDone = (done: string) => {
    setSaid({ text: done });
    onLookAgain();
  };
  const decided = { onDone, onLookAgain };

  const release = history.value?.meta.release;
  const name = [shortIndexName(index), period, edition].filter(Boolean).join(' ');
  const setName = setNames?.get(set) ?? set;
  const state =
    release === undefined
      ? history.isLoading || history.error
        ? null
        : t('neverPublished')
      : release.revision === null
        ? t('withdrawn')
        : t('publishedAsRevision', { revision: release.revision });
  const title = [`${name}, ${setName}`, state].filter(Boolean).join(' — ');
  useTitle(title);
  return (
    <main id="content" tabIndex={-1} aria-busy={history.isLoading || drafts.isLoading}>
      <h1>{title}</h1>
      <p class="done" role="status" tabIndex={-1} ref={spoken}>
        {said.text}
      </p>
      {release && (
        <p class="lead">
          {[release.publisher, release.title].join(', ')}.{' '}
          {release.revision !== null && (
            <a class="screen" href={formatAddress({ ...rankingOf(address, index, period, set), edition })}>
              {t('seeItsRanking')}
            </a>
          )}
        </p>
      )}
      <AnswerState answer={history} />
      {mayLook && <AnswerState answer={drafts} />}
      {drafts.value && (
        <>
          <DraftsList address={address} drafts={drafts.value} {...decided} />
          {revision !== null && (
            <DraftPart key={`${key}|${revision}`} address={address} drafts={drafts.value} {...decided} />
          )}
        </>
      )}
      {history.value && <Publications address={address} history={history.value} />}
      {history.value && <Revisions address={address} history={history.value} />}
      {drafts.value && release && release.revision !== null && maySend('releases:publish') && (
        <Withdrawal address={address} entry={drafts.value.meta.entry} name={name} {...decided} />
      )}
      <p class="label screen">
        <a href={templateAddress(address, lang)} download>
          {t('templateToFill')}
        </a>
        {' · '}
        <a href={formatAddress({ ...address, page: 'releases', index, set: null, until: null })}>{t('everyRelease')}</a>
      </p>
    </main>
  );
}
