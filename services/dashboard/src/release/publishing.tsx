import { useState } from 'preact/hooks';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { type Drafts, publish } from '../data/drafts.ts';
import { Confirm } from '../layout/confirm.tsx';
import { instantText } from '../words/figures.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import type { Decided } from './decided.ts';
import { instantOfVietnam } from './instant-of-vietnam.ts';

type Props = {
  address: ReleaseAddress;
  drafts: Drafts;
  /** What is in the way: errors that only another file mends, warnings that nobody has acknowledged. */
  blockers: { errors: number; openRules: readonly string[] };
} & Decided;

/** Makes a revision official, now or at a time; an older one again, too. */
export function Publishing({ address, drafts: { data, meta }, blockers, onDone, onLookAgain }: Props) {
  const { lang, t } = useWords();
  const [isLater, setIsLater] = useState(false);
  const [time, setTime] = useState('');
  const [reason, setReason] = useState('');
  const listed = data.find((one) => String(one.revision) === address.revision);
  if (!listed || listed.status === 'published') return null;
  if (blockers.errors > 0) return <p class="state">{t('blockedByErrors', { count: blockers.errors })}</p>;
  if (blockers.openRules.length > 0) return <p class="state">{t('blockedByWarnings')}</p>;
  const what = `${shortIndexName(address.index)} ${address.period}`;
  const isStale = listed.status === 'draft' && listed.base_entry !== meta.entry;
  const instant = instantOfVietnam(time);
  const body = {
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(isLater ? { publish_at: instant ?? '' } : {}),
  };
  const values = { revision: listed.revision, what, time: instant === null ? '' : instantText(lang, instant) };
  return (
    <section class="screen decision" aria-labelledby="publishing">
      <h3 id="publishing">{t(listed.status === 'superseded' ? 'rollback' : 'publishing')}</h3>
      {isStale && <p class="notice">{t('isStale')}</p>}
      <fieldset>
        <legend class="hidden">{t('whenToPublish')}</legend>
        <label>
          <input type="radio" name="when" checked={!isLater} onChange={() => setIsLater(false)} /> {t('publishNow')}
        </label>
        <label>
          <input type="radio" name="when" checked={isLater} onChange={() => setIsLater(true)} /> {t('publishLater')}
        </label>
        {isLater && (
          <label>
            <span class="label">{t('publishAt')}</span>
            <input type="datetime-local" value={time} onInput={(event) => setTime(event.currentTarget.value)} />
          </label>
        )}
        <label class="reason">
          <span class="label">{t('reasonIfAny')}</span>
          <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
      </fieldset>
      <Confirm
        action={t(isLater ? 'schedule' : 'publish')}
        question={t(isLater ? 'askSchedule' : 'askPublish', values)}
        done={t(isLater ? 'scheduleDone' : 'publishDone', values)}
        isDisabled={isLater && instant === null}
        send={() => publish(address, body, meta.entry, lang)}
        {...{ onDone, onLookAgain }}
      />
    </section>
  );
}
