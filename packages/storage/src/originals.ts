import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/**
 * The files that releases are read from: `originals/<sha256>` as they came, `uploads/<id>` on their way in through the
 * API, `landing/…` where others put them.
 */

export type Bucket = { s3: S3Client; name: string };

export type StoredObject = ObjectHead & { bytes: Uint8Array };
export type ObjectHead = { size: number; contentType: string | null; metadata: Record<string, string> };

export const s3 = ({ requestTimeout = 10_000 } = {}): S3Client =>
  new S3Client({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout },
    // A presigned URL would else demand the checksum of an empty body, the only one that is known when it is signed.
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });

/** Writing the same bytes again changes nothing. */
export const keepOriginal = (bucket: Bucket, sha256: string, bytes: Uint8Array, contentType: string): Promise<void> =>
  putObject(bucket, `originals/${sha256}`, bytes, contentType);

export const putObject = async (
  { s3, name }: Bucket,
  key: string,
  bytes: Uint8Array,
  contentType: string,
): Promise<void> => {
  await s3.send(new PutObjectCommand({ Bucket: name, Key: key, Body: bytes, ContentType: contentType }));
};

/** Puts a file without holding it in memory: one request, so that the object is there whole or not at all. */
export const putFile = async ({ s3, name }: Bucket, key: string, path: string, contentType: string): Promise<void> => {
  const { size } = await stat(path);
  await s3.send(
    new PutObjectCommand({
      Bucket: name,
      Key: key,
      Body: createReadStream(path),
      ContentLength: size,
      ContentType: contentType,
    }),
  );
};

/** The whole object: ask for its size first (`headObject`) where anybody may have put it there. */
export const getObject = async ({ s3, name }: Bucket, key: string): Promise<StoredObject | undefined> => {
  try {
    const object = await s3.send(new GetObjectCommand({ Bucket: name, Key: key }));
    const bytes = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    return { ...headOf(object), bytes };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

export const headObject = async ({ s3, name }: Bucket, key: string): Promise<ObjectHead | undefined> => {
  try {
    return headOf(await s3.send(new HeadObjectCommand({ Bucket: name, Key: key })));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/**
 * A URL that lets whoever has it PUT one object of exactly this length, without credentials of their own, for some
 * seconds. The length is part of what is signed: S3 refuses any other.
 */
export const presignedPut = (
  { s3, name }: Bucket,
  key: string,
  { contentLength, expiresIn }: { contentLength: number; expiresIn: number },
): Promise<string> =>
  getSignedUrl(s3, new PutObjectCommand({ Bucket: name, Key: key, ContentLength: contentLength }), {
    expiresIn,
    signableHeaders: new Set(['host', 'content-length']),
  });

const headOf = (object: {
  ContentLength?: number | undefined;
  ContentType?: string | undefined;
  Metadata?: Record<string, string> | undefined;
}): ObjectHead => ({
  size: object.ContentLength ?? 0,
  contentType: object.ContentType ?? null,
  metadata: object.Metadata ?? {},
});

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
