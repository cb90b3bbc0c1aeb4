import type { Progress } from './bootstrap.ts';

type Stream = { isTTY?: boolean; write: (text: string) => unknown };

/** Shows progress on one line of a terminal; in a file or a pipe, a line whenever a quarter is done. */
export const progressBar =
  (title: string, stream: Stream = process.stdout): Progress =>
  (what, done, of) => {
    if (stream.isTTY) {
      stream.write(`\r${title}: ${what} ${done}/${of}${CLEAR}${done === of ? '\n' : ''}`);
    } else if (done === of || done % Math.ceil(of / 4) === 0) {
      stream.write(`${title}: ${what} ${done}/${of}\n`);
    }
  };

/** Erases what an earlier, longer text has left on the line. */
const CLEAR = '\u001b[K';

/** Takes the bar off the terminal, for the lines that come before its next state. */
export const clearProgress = (stream: Stream): void => {
  if (stream.isTTY) stream.write(`\r${CLEAR}`);
};
