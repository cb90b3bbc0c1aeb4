import { MAIN_EDITION } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { ReleasesAddress } from '../address/pages/releases.ts';
import { loadUnitSet } from '../data/catalogue.ts';
import { type Change, loadChanges } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from '../layout/states.tsx';
import { dayText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { movesOf } from './moves.ts';
import { releaseAddress } from './release-address.ts';

type Props = { address: PageAddress & ReleasesAddress };

/** The feed of changes in words, newest first. */
export function Changes({ address }: Props) {
  const { lang, t } = useWords();
  const until = address.until === null ? null : Number(address.until);
  const answer = useAnswer(`${lang}|${until}`, (signal) => loadChanges(until, lang, signal));
  const changes = answer.value ?? [];
  const oldest = changes.at(-1)?.id ?? 1;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('changesTitle')}</h2>
      <AnswerState answer={answer} />
      {answer.value?.length === 0 && <p class="state">{t('noChanges')}</p>}
      <ol class={answer.isLoading ? 'feed stale' : 'feed'}>
        {changes.map((change) => (
          <ChangeLine key={change.id} change={change} address={address} />
        ))}
      </ol>
      <p class="label screen">
        {until !== null && <a href={formatAddress({ ...address, until: null })}>{t('newestChanges')}</a>}
        {until !== null && oldest > 1 && ' · '}
        {oldest > 1 && <a href={formatAddress({ ...address, until: String(oldest - 1) })}>{t('olderChanges')}</a>}
      </p>
    </section>
  );
}

function ChangeLine({ change, address }: { change: Change; address: PageAddress }) {
  const { lang, t } = useWords();
  const { index, period, unit_set, edition, action, at, reason, revision, revision_before, rows_changed } = change;
  const { count, furthest } = movesOf(change);
  const names = useAnswer(`${lang}|${furthest ? unit_set : ''}`, async () =>
    furthest ? (await loadUnitSet(unit_set, lang)).data : [],
  ).value;
  const unit = names?.find((one) => one.unit === furthest?.unit);
  const what = t(`action-${action}`, { revision: revision ?? '', before: revision_before ?? '' });
  const moved =
    furthest &&
    t('movedFurthest', {
      ...{ count, from: furthest.from, to: furthest.to },
      unit: nameIn(lang, unit) ?? furthest.unit,
    });
  const told = [
    rows_changed === 0 && action === 'revised' ? t('onlyBeside') : t('rowsChanged', { count: rows_changed }),
    action === 'revised' && rows_changed > 0 && (moved ?? t('noMoves')),
  ];
  return (
    <li>
      <time dateTime={at}>{dayText(lang, at)}</time>
      <span>
        <a href={formatAddress(releaseAddress(address, change))}>
          {shortIndexName(index)} {period}
        </a>{' '}
        ({[unit_set, edition === MAIN_EDITION ? null : edition].filter(Boolean).join(', ')}): {what},{' '}
        {told.filter(Boolean).join('; ')}
        {reason && `. ${t('because', { reason })}`}
      </span>
    </li>
  );
}
