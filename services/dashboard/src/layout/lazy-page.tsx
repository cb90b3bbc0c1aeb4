import type { ComponentType } from 'preact';
import { Failure, sentenceOf } from '../data/failure.ts';
import { useAnswer } from '../data/use-answer.ts';
import { useWords } from '../words/language.tsx';
import { AnswerState } from './states.tsx';

/** A page whose script is fetched when a reader first goes there, so that nobody waits for pages they do not open. */
export const lazyPage = <A,>(load: () => Promise<ComponentType<{ address: A }>>): ComponentType<{ address: A }> =>
  function LazyPage({ address }) {
    const answer = useAnswer('', () => load().catch(unreachable));
    const Page = answer.value;
    if (Page) return <Page address={address} />;
    return (
      <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
        {isNotLoaded(answer.error) ? <NotLoaded error={answer.error} /> : <AnswerState answer={answer} />}
      </main>
    );
  };

/** Where the server is there, the file of the page is not: a newer version has come, which only a new document brings. */
function NotLoaded({ error }: { error: Failure }) {
  const { lang, t } = useWords();
  return (
    <p class="state" role="alert">
      {sentenceOf(lang, error)}{' '}
      <button type="button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </p>
  );
}

const isNotLoaded = (error: unknown): error is Failure => error instanceof Failure && error.kind === 'notLoaded';

const unreachable = (error: unknown): never => {
  console.error(error);
  throw new Failure(navigator.onLine ? 'notLoaded' : 'offline');
};
