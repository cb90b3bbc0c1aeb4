import { useState } from 'preact/hooks';
import { attempts } from './attempts.ts';

/** Something that is being sent, or why it was not taken. */
export type Sending = {
  isBusy: boolean;
  error: unknown;
  /** Sends; gives the answer, or null where there is none, with `error` saying why, or where another was begun since. */
  run: <T>(send: () => Promise<T>) => Promise<T | null>;
  /** Forgets what went wrong, and what is on its way. */
  clear: () => void;
};

export const useSending = (): Sending => {
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({ isBusy: false, error: null });
  const [{ begin }] = useState(attempts);
  const run = async <T>(send: () => Promise<T>): Promise<T | null> => {
    const isLast = begin();
    setState({ isBusy: true, error: null });
    try {
      const answer = await send();
      if (!isLast()) return null;
      setState({ isBusy: false, error: null });
      return answer;
    } catch (error) {
      if (isLast()) setState({ isBusy: false, error });
      return null;
    }
  };
  const clear = () => {
    begin();
    setState({ isBusy: false, error: null });
  };
  return { ...state, run, clear };
};
