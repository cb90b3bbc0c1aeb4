/** Everything that goes wrong in a history. */

/** What one call of a client meets. */
const CALL_FAULTS = [
  /** Refused; the SDK tries again. */
  'throttled',
  /** Applied, and the answer never comes; the SDK tries again. */
  'lost-answer',
  /** Never arrives, and the SDK tries again. */
  'never-arrives',
  /** Given up by the client, and applied some time later all the same. */
  'arrives-late',
  /** A transaction is cancelled because another one is under way. */
  'conflict',
  /** A batch is taken in part: UnprocessedItems, UnprocessedKeys. */
  'unprocessed',
  /** A page ends after an item or two. */
  'small-page',
] as const;

/** What a running invocation meets. */
const INVOCATION_FAULTS = [
  /** The process ends. */
  'crash',
  /** Whoever called does not wait any longer; the invocation goes on. */
  'abandoned',
] as const;

/** What the event source does. */
const SOURCE_FAULTS = [
  'not-invoked',
  /** The poller begins again from its checkpoint; its invocations have ended with it. */
  'poller-crash',
  /** The same, and the old invocation goes on beside the new ones. */
  'taken-over',
  /** Begins again from an older checkpoint: records come again. */
  'old-checkpoint',
  'shard-split',
  /** A day passes and nothing is read: what waits in the stream is lost for good. */
  'trim',
  'destination-down',
] as const;

/** What happens around. */
const WORLD_FAULTS = [
  /** No call of the ranking function succeeds for a while: retries are exhausted. */
  'outage',
  /** Writers' clocks are set, back too. */
  'clock',
  /** Somebody has entries ranked again, whatever their state. */
  'replay',
  /** Somebody rebuilds everything in the midst of it. */
  'rebuild',
  /** An eventually consistent read shows older versions. */
  'stale-read',
] as const;

export const FAULTS = [...CALL_FAULTS, ...INVOCATION_FAULTS, ...SOURCE_FAULTS, ...WORLD_FAULTS] as const;
export type FaultKind = (typeof FAULTS)[number];
export type CallFault = (typeof CALL_FAULTS)[number];

/** How much of each there is: 0 is none. */
export type FaultLevels = Record<FaultKind, number>;
