import { S3Client } from '@aws-sdk/client-s3';
import type { Stores } from '@chi-so/ingestion/stores';
import { tablesOf } from './client.ts';

type Provided = {
  dynamodb: { endpoint: string; records: string; rankings: string };
  s3: { endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string }; bucket: string };
};

/** The stack's own tables and bucket, for what is tested without the HTTP API. */
export const storesOf = ({ dynamodb, s3: { endpoint, credentials, bucket } }: Provided): Stores => ({
  ...tablesOf(dynamodb),
  originals: {
    s3: new S3Client({
      endpoint,
      credentials,
      region: 'local',
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
    name: bucket,
  },
  now: () => new Date(),
});
