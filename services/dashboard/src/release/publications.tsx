import { useState } from 'preact/hooks';
import type { PageAddress } from '../address/page-address.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { loadChange, type ReleaseHistory } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { ChangedFigures } from './changed-figures.tsx';

type Props = { address: PageAddress & ReleaseAddress; history: ReleaseHistory };

/** The log of a release: what became official when and why, the newest first, and what that changed. */
export function Publications({ address, history: { data } }: Props) {
  const { lang, t } = useWords();
  return (
    <section aria-labelledby="publications">
      <h2 id="publications">{t('publications')}</h2>
      <ol class="feed">
        {data.toReversed().map((entry, i, all) => (
          <li key={entry.entry}>
            <time dateTime={entry.at}>{instantText(lang, entry.at)}</time>
            <div>
              {t(`cause-${entry.cause}`, { revision: entry.revision ?? '' })}
              {entry.reason && `. ${t('because', { reason: entry.reason })}`}
              {i < all.length - 1 && entry.revision !== null && <WhatChanged address={address} change={entry.change} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Asked for by whoever opens it: a change may have a thousand rows. */
function WhatChanged({ address, change }: { address: ReleaseAddress; change: number }) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="screen" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('whatChanged')}</summary>
      {isOpen && <LoadedChange address={address} change={change} />}
    </details>
  );
}

function LoadedChange({ address, change }: { address: ReleaseAddress; change: number }) {
  const { lang, t } = useWords();
  const answer = useAnswer(`${lang}|${change}`, (signal) => loadChange(change, lang, signal));
  const rows = answer.value?.rows ?? [];
  return (
    <>
      <AnswerState answer={answer} />
      {!answer.isLoading && answer.error === null && answer.value === null && (
        // The feed comes by itself, a moment after the publication.
        <p class="state">
          {t('notYetCounted')}{' '}
          <button type="button" onClick={answer.retry}>
            {t('tryAgain')}
          </button>
        </p>
      )}
      {answer.value && rows.length === 0 && <p>{t('nothingDiffers')}</p>}
      {rows.length > 0 && (
        <ChangedFigures
          set={address.set}
          caption={t('whatChanged')}
          cells={rows.map((row) => ({
            ...{ unit: row.unit, component: row.component, stage: null },
            before: { score: row.score_before, rank: row.rank_before },
            after: { score: row.score, rank: row.rank },
          }))}
        />
      )}
    </>
  );
}
