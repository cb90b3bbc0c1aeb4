import { randomBytes, randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from './template-values.ts';

/** An object that has just been written. */
export interface CreatedObject {
  readonly bucket: string;
  /** As it is; unlike in S3's own notifications, nothing in it is encoded. */
  readonly key: string;
  readonly size: number;
  /** Without quotation marks; undefined for a copy, of which the local S3 does not say it. */
  readonly etag: string | undefined;
  readonly reason: 'PutObject' | 'POST Object' | 'CopyObject' | 'CompleteMultipartUpload';
  readonly sourceIp: string;
}

/** The event that S3 sends to EventBridge, as AWS documents it; without a `version-id`, for there are no versions. */
export const objectCreatedEvent = ({ bucket, key, size, etag, reason, sourceIp }: CreatedObject, time: Date) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: ACCOUNT,
  time: time.toISOString().replace(/\.\d+Z$/, 'Z'),
  region: REGION,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: '0',
    bucket: { name: bucket },
    object: { key, size, ...(etag === undefined ? {} : { etag }), sequencer: sequencer(time) },
    'request-id': randomBytes(8).toString('hex').toUpperCase(),
    requester: ACCOUNT,
    'source-ip-address': sourceIp,
    reason,
  },
});

let count = 0;
/** Of two sequencers of one key, the one that compares greater as a string belongs to the later event. */
const sequencer = (time: Date) =>
  (time.getTime().toString(16).padStart(12, '0') + (count++ % 65_536).toString(16).padStart(4, '0')).toUpperCase();
