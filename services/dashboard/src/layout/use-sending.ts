import { useState } from 'preact/hooks';

/** Something that is being sent, or why it was not taken. */
export type Sending = {
  isBusy: boolean;
  error: unknown;
  /** Sends; gives the answer, or null where there is none, with `error` saying why. */
  run: <T>(send: () => Promise<T>) => Promise<T | null>;
  /** Forgets what went wrong. */
  clear: () => void;
};

export const useSending = (): Sending => {
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null });
  const run = async <T>(send: () => Promise<T>): Promise<T | null> => {
    setState({ isBusy: true, error: null });
    try {
      const answer = await send();
      setState({ isBusy: false, error: null });
      return answer;
    } catch (error) {
      setState({ isBusy: false, error });
      return null;
    }
  };
  return { ...state, run, clear: () => setState({ isBusy: false, error: null }) };
};
