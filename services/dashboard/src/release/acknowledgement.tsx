import { useState } from 'preact/hooks';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { acknowledge } from '../data/drafts.ts';
import { sentenceOf } from '../data/failure.ts';
import { useSending } from '../layout/use-sending.ts';
import { useWords } from '../words/language.tsx';
import type { Numbered } from './draft-table-of.ts';

type Props = { address: ReleaseAddress; warnings: readonly Numbered[]; onDone: () => void };

/** Warnings that nobody has answered for yet: whoever publishes says why they are right. */
export function Acknowledgement({ address, warnings, onDone }: Props) {
  const { lang, t } = useWords();
  const byRule = Map.groupBy(warnings, ({ finding }) => finding.rule);
  const rules = [...byRule.keys()];
  const [chosen, setChosen] = useState<readonly string[]>(rules);
  const [reason, setReason] = useState('');
  const sending = useSending();
  const accepted = rules.filter((rule) => chosen.includes(rule));
  const accept = async (event: Event) => {
    event.preventDefault();
    const body = { rules: accepted, reason: reason.trim() };
    if (await sending.run(() => acknowledge(address, body, lang))) {
      setReason('');
      onDone();
    }
  };
  return (
    <form class="screen decision" onSubmit={accept}>
      <fieldset>
        <legend>{t('acknowledgement')}</legend>
        {[...byRule].map(([rule, [first, ...others]]) => (
          <label key={rule}>
            <input
              type="checkbox"
              checked={chosen.includes(rule)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, rule] : chosen.filter((one) => one !== rule))
              }
            />{' '}
            {first?.finding.message} {others.length > 0 && t('andAlike', { count: others.length })}
            <small> {rule}</small>
          </label>
        ))}
        <label class="reason">
          <span class="label">{t('reasonRequired')}</span>
          <input type="text" value={reason} required onInput={(event) => setReason(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={sending.isBusy || accepted.length === 0 || reason.trim() === ''}>
          {t('acknowledge')}
        </button>
        {sending.error !== null && (
          <p class="bad" role="alert">
            {sentenceOf(lang, sending.error)}
          </p>
        )}
      </fieldset>
    </form>
  );
}
