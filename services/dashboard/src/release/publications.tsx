import { useState } from 'preact/hooks';
import type { PageAddress } from '../address/page-address.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { loadMethodology } from '../data/catalogue.ts';
import { loadChange, type ReleaseHistory } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { instantText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { ChangedFigures } from './changed-figures.tsx';

type Props = { address: PageAddress & ReleaseAddress; history: ReleaseHistory };

/** The log of a release: what became official when and why, the newest first, and what that changed. */
export function Publications({ address, history: { data, meta } }: Props) {
  const { lang, t } = useWords();
  const methodologyOf = (revision: number | null) =>
    meta.revisions.find((one) => one.revision === revision)?.methodology ?? null;
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
              {i < all.length - 1 && entry.revision !== null && (
                <WhatChanged address={address} change={entry.change} methodology={methodologyOf(entry.revision)} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type ChangeProps = { address: ReleaseAddress; change: number; methodology: string | null };

/** Asked for by whoever opens it: a change may have a thousand rows. */
function WhatChanged({ address, change, methodology }: ChangeProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="screen" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('whatChanged')}</summary>
      {isOpen && <LoadedChange {...{ address, change, methodology }} />}
    </details>
  );
}

function LoadedChange({ address, change, methodology }: ChangeProps) {
  const { lang, t } = useWords();
  const answer = useAnswer(`${lang}|${change}`, (signal) => loadChange(change, lang, signal));
  const names = useAnswer([lang, address.index, methodology].join('|'), async () => {
    const rules = methodology === null ? null : await loadMethodology(address.index, methodology, lang);
    return new Map(rules?.components.map((one) => [one.component, nameIn(lang, one)]));
  }).current;
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
          componentName={(component) => names?.get(component) ?? component}
          cells={rows.map((row) => ({
            ...{ unit: row.unit, component: row.component, stage: null },
            before: {
              ...{ score: row.score_before, rank: row.rank_before },
              ...{ rank_published: row.rank_published_before, grade_published: row.grade_published_before },
            },
            after: row,
          }))}
        />
      )}
    </>
  );
}
