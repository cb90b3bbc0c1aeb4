import type { Spread } from './statistics.ts';

/** The shape of a bench, and of what it finds. */

export type Target = { most: number } | { least: number };

/** Small sizes and few rounds: whether it works, not what it measures. */
export type Options = { quick: boolean };

export type Cell = string | number | Spread | null;

export type Table = { title: string; columns: string[]; rows: Cell[][] };

export type Figures = {
  tables: Table[];
  /** By the name of the target; null where it could not be measured here, for a reason that is in the notes. */
  measured: Record<string, Spread | number | null>;
  /** Versions of what was measured, beyond the machine's own. */
  versions: Record<string, string>;
  notes: string[];
};

export type Bench = {
  name: string;
  /** One sentence: what is held beside what. */
  compares: string;
  targets: Record<string, Target>;
  /** The most that it may take at its full size. */
  minutes: number;
  /** Where it is written by itself. */
  document?: { path: string; title: string };
  run: (options: Options) => Promise<Figures>;
};
