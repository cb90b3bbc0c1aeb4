import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../data/failure.ts';
import { useWords } from '../words/language.tsx';
import { useSending } from './use-sending.ts';

type Props = {
  /** What the button says, and the question that it asks once before anything is done. */
  action: string;
  question: string;
  /** What is said when it is done. */
  done: string;
  isDisabled?: boolean;
  send: () => Promise<unknown>;
  onDone: () => void;
};

/** A button for what others will see: it asks once, in the page, then says what happened or why not. */
export function Confirm({ action, question, done, isDisabled = false, send, onDone }: Props) {
  const { lang, t } = useWords();
  const [state, setState] = useState<'idle' | 'asking' | 'done'>('idle');
  const sending = useSending();
  const first = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The keyboard stays with the question, and comes back from it.
  useEffect(() => {
    if (state === 'asking') yes.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = state === 'asking';
  }, [state]);
  const confirmed = async () => {
    const answer = await sending.run(send);
    if (answer === null) return;
    setState('done');
    onDone();
  };
  return (
    <div class="confirm">
      {state === 'asking' ? (
        <fieldset>
          <legend>{question}</legend>
          <p class="actions">
            <button type="button" class="main" ref={yes} disabled={sending.isBusy} onClick={confirmed}>
              {t('yes', { action })}
            </button>
            <button
              type="button"
              disabled={sending.isBusy}
              onClick={() => {
                sending.clear();
                setState('idle');
              }}
            >
              {t('no')}
            </button>
            {sending.isBusy && <progress aria-label={t('sending')} />}
          </p>
        </fieldset>
      ) : (
        <button type="button" ref={first} disabled={isDisabled} onClick={() => setState('asking')}>
          {action}
        </button>
      )}
      {sending.error !== null && (
        <p class="bad" role="alert">
          {sentenceOf(lang, sending.error)}{' '}
          <button type="button" class="link" onClick={onDone}>
            {t('lookAgain')}
          </button>
        </p>
      )}
      <p role="status">{state === 'done' ? done : ''}</p>
    </div>
  );
}
