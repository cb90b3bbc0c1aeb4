import type { ReleaseCalendar } from './calendar.ts';
import type { Fact } from './certainty.ts';
import type { Stage } from './score.ts';

/** How an index is built in one of its versions. What is not known is null, never a guess. */

/** Where points come from: appraisal of evidence (thẩm định), survey (điều tra XHH), bonus (điểm thưởng), penalty (điểm trừ). */
export const PARTS = ['appraised', 'survey', 'bonus', 'penalty'] as const;
export type Part = (typeof PARTS)[number];

/** A node of the index's tree; the root is `total`. */
export type Component = {
  component: string;
  /** The node above; null for the root and for figures beside the tree (such as an unweighted total). */
  parent: string | null;
  name_vi: string;
  name_en: string;
  /** Share in the parent, as a fraction of 1; null where unknown or where the parent is a plain sum. */
  weight: number | null;
  /**
   * Lowest and highest possible score; null where unknown. Of a bonus or a penalty, the cap: a sum of bonuses stops at
   * its maximum, a sum of penalties (negative points) at its minimum.
   */
  minimum: number | null;
  maximum: number | null;
  /** The maximum in the groups where it is another one. */
  maxima?: Record<string, number>;
  /** The groups that the component exists for; all where left out. */
  groups?: string[];
  part?: Part;
};

/** A grade and the lowest ranked figure that earns it; null where the threshold is unknown. Best grade first. */
export type Band = { grade: string; name_en: string; from: number | null };

/** Facts that carry a certainty mark. */
export const FACTS = [
  'validity',
  'components',
  'weights',
  'scale',
  'aggregation',
  'ranks',
  'ties',
  'grades',
  'extent',
] as const;
export type FactName = (typeof FACTS)[number];

/** Whether a component's figures of two methodologies may be compared. */
export const VERDICTS = ['comparable', 'rank-only', 'not-comparable'] as const;

/** A comparison with an earlier methodology of the index, for some components or (null) for every one. */
export type Comparison = {
  with: string;
  components: string[] | null;
  verdict: (typeof VERDICTS)[number];
  reason_vi: string;
  reason_en: string;
};

/** One version of an index's methodology. */
export type Methodology = {
  index: string;
  /** Such as `pci-2013`: the index and the first period that it applies to. */
  methodology: string;
  name_vi: string;
  name_en: string;
  /** The unit set that it was made for, where each province has its own; null for a national index. */
  unit_set: string | null;
  /** First and last period that it was used for; null where open or unknown. */
  period_from: string;
  period_to: string | null;
  /** The groups that have a ranking of their own: `all`, or the leagues that never meet in one list. */
  ranked_groups: string[];
  direction: 'higher-is-better' | 'lower-is-better';
  /** Decimals to display. Ranking uses the values as released. */
  decimals: number;
  /** Scores equal after rounding half-up to so many decimals are tied; null: only scores equal as released. */
  tie_decimals: number | null;
  /**
   * How a node comes from its children. `weighted-sum`: factor × Σ weight × child; `sum`: factor × Σ child. `points`: Σ
   * child within caps, at every level, with what does not apply to a unit taken out of its maximum; missing nodes are
   * computed. `unknown`: not established.
   */
  aggregation: { kind: 'weighted-sum' | 'sum' | 'points' | 'unknown'; factor: number };
  /** What is ranked and graded: the score, or its percentage of the points that apply to the unit. */
  rank_by: 'score' | 'percent';
  /** Whether the publisher ranks units one by one. */
  publisher_ranks: boolean;
  /** From this period on the publisher shows only so many of the best units; null where it shows all. */
  top_only: { from: string; count: number } | null;
  /** The province's own dates, where they differ from the index's. */
  calendar?: ReleaseCalendar;
  /** Stages of an evaluation round that may be recorded besides the result. */
  stages: Stage[];
  components: Component[];
  /** How grades are given: by fixed thresholds, by quartiles of the year, by groups drawn anew each year; or not. */
  grading: 'thresholds' | 'quartiles' | 'yearly-groups' | 'none' | 'unknown';
  /** Grades by group (`all` where they are the same for everyone); no entry where there are none. */
  grades: { group: string; bands: Band[] }[];
  /** With earlier methodologies. A pair that is not listed is not comparable. */
  comparisons: Comparison[];
  facts: Record<FactName, Fact>;
};

/** Whether a period is one that the methodology was used for. Whole years: a half-year is of its year's methodology. */
export const isUsedFor = (
  { period_from: from, period_to: to }: Pick<Methodology, 'period_from' | 'period_to'>,
  period: string,
): boolean => {
  const year = period.slice(0, 4);
  return year >= from.slice(0, 4) && (to === null || year <= to.slice(0, 4));
};

/** The methodology as a publication pins it. */
export type PinnedMethodology = Methodology & { version: number };

/** A published composite instrument, with its publisher. */
export type Index = {
  index: string;
  name_vi: string;
  name_en: string;
  publisher_vi: string;
  publisher_en: string;
  /** What is scored: provinces, or the units inside one. */
  level: 'province' | 'inside-province';
  /** When releases usually come out; null where no rhythm is known. */
  calendar: ReleaseCalendar | null;
};
