import type { EventSourceSettings } from './event-source-settings.ts';
import type { FunctionError } from './lambda-protocol.ts';

/** A record as the function sees it. Only what the mapping itself needs is named. */
export interface StreamRecord {
  readonly eventID?: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Seconds since 1970. */
    readonly ApproximateCreationDateTime?: number;
    readonly [name: string]: unknown;
  };
  readonly [name: string]: unknown;
}

/** Records that are given up, on their way to the destination. */
export interface FailedBatch {
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly invokeCount: number;
  /** Whether the last invocation ended in an error, rather than in a report of failed items. */
  readonly functionError: boolean;
}

/** What an invocation came to. An invocation that throws did not take place and counts for nothing. */
export type Invocation =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly error: FunctionError };

/** All that the outside world is to an event source mapping: bring your own time, function and failures. */
export interface EventSourceOptions {
  readonly settings: EventSourceSettings;
  readonly invoke: (event: { readonly Records: readonly StreamRecord[] }) => Promise<Invocation>;
  /** Keeps what is given up; it is tried again until it succeeds. */
  readonly onFailure: (batch: FailedBatch) => Promise<void>;
  /** Remembers that everything up to and including this record is dealt with; awaited before anything follows. */
  readonly checkpoint: (shardId: string, record: StreamRecord) => Promise<void>;
  /** Milliseconds. */
  readonly clock: () => number;
  /** How long to wait after the nth failure in a row, in milliseconds. */
  readonly retryDelayMs: (failures: number) => number;
}

/** What a step did: `worked` asks for another one; `waiting` needs more records or more time first. */
export type Step = 'worked' | 'waiting';
