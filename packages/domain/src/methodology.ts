/** How an index is built in one of its versions. What is not known is null, never a guess. */

/** `confirmed` by the publisher or by computation on its own files; `derived` by us from its figures; `unknown`. */
export type Certainty = 'confirmed' | 'derived' | 'unknown';

/** A mark on one fact of a methodology, with where it comes from. */
export type Fact = { certainty: Certainty; source: string };

/** A node of the index's tree; the root is `total`. */
export type Component = {
  component: string;
  /** The node above; null for the root and for figures beside the tree (such as an unweighted total). */
  parent: string | null;
  name_vi: string;
  name_en: string;
  /** Share in the parent, as a fraction of 1; null where unknown or where the parent is a plain sum. */
  weight: number | null;
  /** Lowest and highest possible score; null where unknown. */
  minimum: number | null;
  maximum: number | null;
};

/** A grade and the lowest score that earns it; null where the threshold is unknown. Best grade first. */
export type Band = { grade: string; name_en: string; from: number | null };

/** Facts that carry a certainty mark. */
export const FACTS = ['components', 'weights', 'scale', 'aggregation', 'ranks', 'ties', 'grades'] as const;
export type FactName = (typeof FACTS)[number];

/** One version of an index's methodology. */
export type Methodology = {
  index: string;
  /** Such as `pci-2013`: the index and the first period that it applies to. */
  methodology: string;
  name_vi: string;
  name_en: string;
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
  /** How the total comes from its parts: total = factor × Σ weight × component, or factor × Σ component. */
  aggregation: { kind: 'weighted-sum' | 'sum' | 'unknown'; factor: number };
  /** Whether the publisher ranks units one by one. */
  publisher_ranks: boolean;
  components: Component[];
  /** Grades by group (`all` where they are the same for everyone); no entry where there are none. */
  grades: { group: string; bands: Band[] }[];
  /** Earlier methodologies whose totals may be compared with this one's. Any other pair is not comparable. */
  comparable_with: string[];
  /** Why earlier editions are not comparable, for people. */
  break_vi: string | null;
  break_en: string | null;
  facts: Record<FactName, Fact>;
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
};
