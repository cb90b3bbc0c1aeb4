import type { Lang } from '@chi-so/contract/ranking-response';

/** The units of the reader: their own, and up to four beside it. Part of every address, so that a link shows the same. */
export type Chosen = { unit: string | null; peers: readonly string[] };

/** What every page's address has. */
export type Common = { lang: Lang | null } & Chosen;

/** How one page's address reads: the part of it that no other page has. It never fails: what it does not know, it leaves out. */
export type PageKind<A> = {
  /** The address, or null where the path is not one of this page. Segments are decoded, and never empty. */
  parse(segments: readonly string[], query: URLSearchParams): A | null;
  /** The segments of the path. */
  segments(address: A): readonly string[];
  /** Parameters of the query; what is null or empty is left out. */
  query?(address: A): Readonly<Record<string, string | null>>;
  /** The reader's unit, where the path says it. */
  unitOf?(address: A): string;
};

/** Parts of a list in the query, each once. */
export const listOf = (text: string | null): string[] => [...new Set(text?.split(',').filter(Boolean))];
