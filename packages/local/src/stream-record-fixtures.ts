import type { Invocation, StreamRecord } from './event-source-types.ts';

/** A record of a stream, by its number. */
export const record = (number: number, pk = 'LOG#', created = 0): StreamRecord => ({
  eventID: `event-${number}`,
  dynamodb: {
    SequenceNumber: String(number).padStart(21, '0'),
    ApproximateCreationDateTime: created,
    Keys: { pk: { S: pk } },
  },
});
/** The number of a record. */
export const numberOf = ({ dynamodb }: StreamRecord) => Number(dynamodb.SequenceNumber);
/** The numbers of records. */
export const numbers = (records: readonly StreamRecord[]) => records.map(numberOf);
/** The records of a range of numbers. */
export const records = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => record(from + index));

/** A function that has done it all. */
export const SUCCESS: Invocation = { ok: true, response: null };
/** A function that threw. */
export const ERROR: Invocation = { ok: false, error: { errorType: 'Error', errorMessage: 'no' } };
/** A function that reports failed items. */
export const reported = (...items: unknown[]): Invocation => ({ ok: true, response: { batchItemFailures: items } });
/** A report of the record with a number. */
export const failing = (number: number) => ({ itemIdentifier: String(number).padStart(21, '0') });
