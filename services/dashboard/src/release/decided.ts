/** What becomes of a decision about the release, as the page is told it. */
export type Decided = {
  /** It was done: what is said of it. */
  onDone: (done: string) => void;
  /** Looks at what stands now. */
  onLookAgain: () => void;
};
