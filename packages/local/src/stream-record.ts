import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import type { StreamRecord } from './event-source-types.ts';
import { REGION } from './template-values.ts';

/** A record of the stream API in the form in which Lambda hands it to a function. */
export function toLambdaRecord(record: _Record, streamArn: string): StreamRecord {
  const { ApproximateCreationDateTime: created, SequenceNumber = '', ...dynamodb } = record.dynamodb ?? {};
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    dynamodb: {
      ...(created === undefined ? {} : { ApproximateCreationDateTime: Math.floor(created.getTime() / 1000) }),
      ...Object.fromEntries(Object.entries(dynamodb).map(([name, value]) => [name, withBase64(value)])),
      SequenceNumber,
    },
    eventSourceARN: streamArn,
  };
}

/** Binary attributes are Base64 in an event. */
function withBase64(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(withBase64);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBase64(member)]));
}
