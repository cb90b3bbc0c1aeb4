/** A score as released: never rounded, never altered; missing is a status with a reason, not zero. */

/** SDMX observation status. A normal, E estimated, P provisional, M missing, Q withheld by the publisher. */
export const STATUSES = ['A', 'E', 'P', 'M', 'Q'] as const;
export type Status = (typeof STATUSES)[number];

/** Why there is no score. */
export const REASONS = ['withheld', 'not-surveyed', 'not-applicable', 'unknown'] as const;
export type Reason = (typeof REASONS)[number];

/** A unit's score for one component. */
export type Score = {
  score: number | null;
  status: Status;
  reason: Reason | null;
  /** The rank that the publisher printed. */
  rank_published: number | null;
  /** The grade that the publisher printed. */
  grade_published: string | null;
  /** A rank that a province or the press states; a claim, with its source in `source`. */
  rank_claimed: number | null;
  /** Where this one figure comes from, if not from the release's own source. */
  source: string | null;
  note: string | null;
};

/** Stages of an evaluation round (tự chấm, thẩm định 1, thẩm định 2); what comes out of it is the result. */
export const STAGES = ['self', 'appraisal-1', 'appraisal-2'] as const;
export type Stage = (typeof STAGES)[number];

/** Nothing known. What a release leaves out takes these values. */
export const NO_SCORE: Score = {
  score: null,
  status: 'M',
  reason: null,
  rank_published: null,
  grade_published: null,
  rank_claimed: null,
  source: null,
  note: null,
};

/** Everything a release says of one unit, by component. Only results are ranked; stages are for those who evaluate. */
export type UnitScores = {
  unit: string;
  scores: Record<string, Score>;
  stages?: Partial<Record<Stage, Record<string, Score>>>;
};

/**
 * How much of the population the release shows. `complete`: every unit, or why it is missing. `top`: the best k units
 * and nobody below them is shown with a score, so the k can be ranked. `partial`: some units, so nobody can be ranked.
 */
export const EXTENTS = ['complete', 'top', 'partial'] as const;
export type Extent = (typeof EXTENTS)[number];

/** What a release says of itself besides its scores. */
export type Announcement = {
  extent: Extent;
  /** Components of which the release shows less or more than `extent` says. */
  component_extents: Record<string, Extent>;
  /** Announced number of units by group, where it is more than the units that are named. */
  population: Record<string, number>;
  /** Announced number of units by group and grade. */
  grade_counts: Record<string, Record<string, number>>;
  /** Components whose scores are not printed by the publisher but computed from what it prints: how. */
  derived: Record<string, string>;
};

/** How much of the population the release shows for one component. */
export const extentOf = ({ extent, component_extents }: Announcement, component: string): Extent =>
  component_extents[component] ?? extent;

/** The document that a release comes from. */
export type Source = {
  title: string;
  publisher: string;
  kind: 'publisher' | 'official' | 'province' | 'press' | 'compilation';
  certainty: 'confirmed' | 'derived' | 'unknown';
  document: string | null;
  published_on: string | null;
  signatory: string | null;
  url: string | null;
  notes: string[];
};
