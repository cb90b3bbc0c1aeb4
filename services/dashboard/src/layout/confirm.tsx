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
  /** Is told `done`, since the button may be gone by then with what it was about. */
  onDone: (done: string) => void;
  /** Where it was refused: looks at what stands now. */
  onLookAgain: () => void;
};

/** A button for what others will see: it asks once, in the page, then says what happened or why not. */
export function Confirm({ action, question, done, isDisabled = false, send, onDone, onLookAgain }: Props) {
  const { lang, t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const sending = useSending();
  const first = useRef<HTMLButtonElement>(null);
  const yes = useRef<HTMLButtonElement>(null);
  const wasRefused = useRef(false);
  // The keyboard stays with the question, and comes back from one that was answered with no.
  useEffect(() => {
    if (isAsking) yes.current?.focus();
    else if (wasRefused.current) first.current?.focus();
    wasRefused.current = false;
  }, [isAsking]);
  const confirmed = async () => {
    const answer = await sending.run(send);
    if (answer === null) return;
    setIsAsking(false);
    onDone(done);
  };
  return (
    <div class="confirm">
      {isAsking ? (
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
                wasRefused.current = true;
                setIsAsking(false);
              }}
            >
              {t('no')}
            </button>
            {sending.isBusy && <progress aria-label={t('sending')} />}
          </p>
        </fieldset>
      ) : (
        <button type="button" ref={first} disabled={isDisabled} onClick={() => setIsAsking(true)}>
          {action}
        </button>
      )}
      {sending.error !== null && (
        <p class="bad" role="alert">
          {sentenceOf(lang, sending.error)}{' '}
          <button type="button" class="link" onClick={onLookAgain}>
            {t('lookAgain')}
          </button>
        </p>
      )}
    </div>
  );
}
