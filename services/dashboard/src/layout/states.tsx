import { asksToSignIn, mayPass, sentenceOf } from '../data/failure.ts';
import type { Answer } from '../data/use-answer.ts';
import { SignInLink } from '../session/sign-in-link.tsx';
import { useWords } from '../words/language.tsx';

/** What stands in for an answer that is not there: that it loads, or one sentence that says what to do. */
export function AnswerState({ answer }: { answer: Answer<unknown> }) {
  const { lang, t } = useWords();
  if (answer.error) {
    return (
      <p class="state" role="alert">
        {sentenceOf(lang, answer.error)}{' '}
        {mayPass(answer.error) ? (
          <button type="button" onClick={answer.retry}>
            {t('tryAgain')}
          </button>
        ) : asksToSignIn(answer.error) ? (
          <SignInLink>{t('signIn')}</SignInLink>
        ) : (
          t('chooseAnother')
        )}
      </p>
    );
  }
  // Beside figures that are still there, one that loads says so by its dimmed look only.
  return answer.isLoading && answer.value === null ? (
    <p class="state" role="status">
      {t('loading')}
    </p>
  ) : null;
}

/** The first refusal among answers that only add names or notes to a page: what stands without them is not the whole. */
export function Refusals({ answers }: { answers: readonly Answer<unknown>[] }) {
  const refused = answers.find(({ error }) => error !== null);
  return refused ? <AnswerState answer={refused} /> : null;
}
