import { useState } from 'preact/hooks';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { withdraw } from '../data/drafts.ts';
import { Confirm } from '../layout/confirm.tsx';
import { useWords } from '../words/language.tsx';
import type { Decided } from './decided.ts';

type Props = { address: ReleaseAddress; entry: number; name: string } & Decided;

/** Takes back what is published, with a reason; nothing is deleted. */
export function Withdrawal({ address, entry, name, onDone, onLookAgain }: Props) {
  const { lang, t } = useWords();
  const [reason, setReason] = useState('');
  return (
    <section class="screen" aria-labelledby="withdrawal">
      <h2 id="withdrawal">{t('withdrawal')}</h2>
      <p class="quiet">{t('withdrawalAbout')}</p>
      <label class="reason">
        <span class="label">{t('reasonRequired')}</span>
        <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <Confirm
        action={t('withdraw')}
        question={t('askWithdraw', { name })}
        done={t('withdrawalDone')}
        isDisabled={reason.trim() === ''}
        send={() => withdraw(address, reason.trim(), entry, lang)}
        {...{ onDone, onLookAgain }}
      />
    </section>
  );
}
