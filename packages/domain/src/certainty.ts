/**
 * `confirmed` by the publisher or by computation on its own files. `derived`: follows from published figures, or is
 * reported by others than the publisher; the source says which. `unknown`: not established, and not to be relied on.
 */
export type Certainty = 'confirmed' | 'derived' | 'unknown';

/** A mark on one fact of a methodology, with where it comes from. */
export type Fact = { certainty: Certainty; source: string };
