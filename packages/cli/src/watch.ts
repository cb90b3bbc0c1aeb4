import type { Lang } from '@chi-so/runtime/http';
import type { Text } from '@chi-so/runtime/problem';
import { clearProgress } from './progress-bar.ts';

/** Hears how far a long command has come, and ends it by throwing when it is to end early. */
export type Watch = (what: Text, done?: number | string) => void;

type Stream = { isTTY?: boolean; write: (text: string) => unknown };

/** On a terminal one line that counts; elsewhere a line for each part of the work. */
export const watchOn = (stream: Stream, lang: Lang, signal?: AbortSignal): Watch => {
  let last = '';
  return (what, done = '') => {
    signal?.throwIfAborted();
    if (stream.isTTY) {
      clearProgress(stream);
      stream.write(`${what[lang]} … ${done}`);
    } else if (what.en !== last) {
      stream.write(`${what[lang]} …\n`);
    }
    last = what.en;
  };
};
