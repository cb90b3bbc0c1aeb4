import type { Progress } from './bootstrap.ts';

/** Shows progress on one line of a terminal; in a file or a pipe, a line whenever a quarter is done. */
export const progressBar =
  (title: string): Progress =>
  (what, done, of) => {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r${title}: ${what} ${done}/${of}   ${done === of ? '\n' : ''}`);
    } else if (done === of || done % Math.ceil(of / 4) === 0) {
      console.log(`${title}: ${what} ${done}/${of}`);
    }
  };
