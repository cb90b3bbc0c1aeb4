import { useEffect, useState } from 'preact/hooks';

/** What is there of an answer. While the next one loads, or fails, the one before stays beside it. */
export type Answer<T> = { value: T | null; isLoading: boolean; error: unknown; retry: () => void };

/** Loads again whenever the key changes; of several on their way the last one counts. */
export const useAnswer = <T>(key: string, load: (signal: AbortSignal) => Promise<T>): Answer<T> => {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<Answer<T>, 'retry'>>({ value: null, isLoading: true, error: null });
  // The key says what is loaded; the function that loads it is a new one at each look.
  useEffect(() => {
    const control = new AbortController();
    setState(({ value }) => ({ value, isLoading: true, error: null }));
    load(control.signal).then(
      (value) => control.signal.aborted || setState({ value, isLoading: false, error: null }),
      (error) => control.signal.aborted || setState(({ value }) => ({ value, isLoading: false, error })),
    );
    return () => control.abort();
  }, [key, attempt]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
};
