import { Failure, mayPass, sentenceOf } from '../data/failure.ts';
import type { Answer } from '../data/use-answer.ts';
import { useWords } from '../words/language.tsx';
import { AnswerState } from './states.tsx';

/** As `AnswerState`, for one part of a page: what the API refuses to compute is its sentence, and the rest of the page stays. */
export function AnalysisState({ answer }: { answer: Answer<unknown> }) {
  const { lang } = useWords();
  const { error } = answer;
  if (error instanceof Failure && !mayPass(error)) {
    const sentence = sentenceOf(lang, error);
    return <p class="state">{error.problem ? `${error.problem.title}: ${sentence}` : sentence}</p>;
  }
  return <AnswerState answer={answer} />;
}

/** What may be shown of an answer: nothing of one before that was about something else. */
export const shownOf = <T,>({ value, error }: Answer<T>): T | null => (error && !mayPass(error) ? null : value);
