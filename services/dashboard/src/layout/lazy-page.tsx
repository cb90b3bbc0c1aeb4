import type { ComponentType } from 'preact';
import { Failure } from '../data/failure.ts';
import { useAnswer } from '../data/use-answer.ts';
import { AnswerState } from './states.tsx';

/** A page whose script is fetched when a reader first goes there, so that nobody waits for pages they do not open. */
export const lazyPage = <A,>(load: () => Promise<ComponentType<{ address: A }>>): ComponentType<{ address: A }> =>
  function LazyPage({ address }) {
    const answer = useAnswer('', () => load().catch(unreachable));
    const Page = answer.value;
    if (Page) return <Page address={address} />;
    return (
      <main id="content" tabIndex={-1} aria-busy={answer.isLoading}>
        <AnswerState answer={answer} />
      </main>
    );
  };

const unreachable = (error: unknown): never => {
  console.error(error);
  throw new Failure(navigator.onLine ? 'unreachable' : 'offline');
};
