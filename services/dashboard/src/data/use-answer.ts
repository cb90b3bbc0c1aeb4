import { useEffect, useState } from 'preact/hooks';

/**
 * What is there of an answer. While the next one loads, or fails, the one before stays beside it as `value`; `current` is
 * null until the answer is there that the key asks for.
 */
export type Answer<T> = { value: T | null; current: T | null; isLoading: boolean; error: unknown; retry: () => void };

type State<T> = { key: string | null; value: T | null; isLoading: boolean; error: unknown };

/** The value, if it is of this key and not what stays of another. */
export const currentOf = <T>({ key: known, value }: Pick<State<T>, 'key' | 'value'>, key: string): T | null =>
  known === key ? value : null;

/** Loads again whenever the key changes; of several on their way the last one counts. */
export const useAnswer = <T>(key: string, load: (signal: AbortSignal) => Promise<T>): Answer<T> => {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>({ key: null, value: null, isLoading: true, error: null });
  // The key says what is loaded; the function that loads it is a new one at each look.
  useEffect(() => {
    const control = new AbortController();
    setState((before) => ({ ...before, isLoading: true, error: null }));
    load(control.signal).then(
      (value) => control.signal.aborted || setState({ key, value, isLoading: false, error: null }),
      (error) => control.signal.aborted || setState((before) => ({ ...before, isLoading: false, error })),
    );
    return () => control.abort();
  }, [key, attempt]);
  const { value, isLoading, error } = state;
  return { value, current: currentOf(state, key), isLoading, error, retry: () => setAttempt((count) => count + 1) };
};
