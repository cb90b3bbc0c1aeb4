/** The namespace of all metrics; each has the one dimension `service`. */
export const NAMESPACE = 'ChiSo';

/**
 * What the system counts, with its unit. An alarm, the dashboard and whoever wrote one of their own know a metric by its
 * name: one that is renamed is silent where it was looked for.
 */
export const METRICS = {
  /** Figures of drafts, as they are stored. */
  ScoresWritten: 'Count',
  /** What the gates found in drafts, by severity. */
  FindingsError: 'Count',
  FindingsWarning: 'Count',
  FindingsInfo: 'Count',
  /** Writes that were answered with 4xx. */
  WritesRefused: 'Count',
  /** Embargoes that could not be published; 0 every minute in which all could. */
  EmbargoesFailed: 'Count',
  /** Sources that could not be checked; 0 every hour in which all could. */
  SourcesFailed: 'Count',
  /** Outputs that were put, and those that were made without something that cannot be read. */
  RankingsRecomputed: 'Count',
  RankingsDegraded: 'Count',
  /** From `at` of an entry to the moment when all that follows from it is put. */
  PublicationLag: 'Milliseconds',
  /** Units with a score in the newest ranking, of those that could have one. */
  Coverage: 'Percent',
  /** The newest ranking covers less than the publication before it. */
  CoverageShrank: 'Count',
  /** Every night: stored results that are not what Records says, entries that cannot be read, releases that are late. */
  RankingsDiffer: 'Count',
  EntriesInQuarantine: 'Count',
  ReleasesOverdue: 'Count',
  /** Every night: items in the export; and exports that did not come about. */
  RecordsExported: 'Count',
  ExportFailed: 'Count',
} as const;

export type Metric = keyof typeof METRICS;
