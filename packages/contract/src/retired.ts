import type { RouteKey } from './routes.ts';

/**
 * What of the API is going away: a route, or one parameter of it. Answers to whoever still uses it say so by
 * `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), and name what takes its place.
 */
export type Retired = {
  route: RouteKey;
  /** One query parameter; the whole route where left out. */
  parameter?: string;
  /** The day since which it should not be used. */
  deprecated: string;
  /** The first day on which it may be gone. */
  sunset: string;
  /** A path of this API that tells or takes over. */
  successor: string;
};

/** Nothing yet. */
export const RETIRED: readonly Retired[] = [];
