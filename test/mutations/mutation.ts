/** One safeguard, and the change that takes it away. */
export type Mutation = {
  what: string;
  /** From the root. */
  file: string;
  from: string;
  to: string;
  /** Arguments of Vitest: the tests that have to see it. */
  tests: readonly string[];
  /** Those of them that most likely do, and are asked first. */
  first?: readonly string[];
};
