import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The bytes as they were uploaded, kept in the release bucket under their own SHA-256. */

export type Bucket = { s3: Pick<S3Client, 'send'>; name: string };

export const s3 = (): S3Client =>
  new S3Client({ maxAttempts: 4, requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000 } });

/** Writing the same bytes again changes nothing. */
export const keepOriginal = async (
  { s3, name }: Bucket,
  sha256: string,
  bytes: Uint8Array,
  contentType: string,
): Promise<void> => {
  await s3.send(
    new PutObjectCommand({ Bucket: name, Key: `originals/${sha256}`, Body: bytes, ContentType: contentType }),
  );
};
