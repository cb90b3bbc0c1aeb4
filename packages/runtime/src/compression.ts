/** Loaded when it is first used: the usual answer is stored as it is sent, and a cold start would wait for nothing. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** Nothing in front of the functions compresses. Below a kilobyte it would not pay. */
const LEAST = 1024;

/** Levels above cost milliseconds and save nothing worth them on rows of figures. */
const LEVEL = 5;

/** Whether the caller takes gzip, by `Accept-Encoding` (RFC 9110: a weight of 0 is a no). */
export const acceptsGzip = (acceptEncoding: string | undefined): boolean => {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((coding) => {
      const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
};

/** Bytes on their way out, compressed where that is wanted and pays. */
export type Encoded = { bytes: Buffer; encoding: 'gzip' | undefined };

export const encoded = (bytes: Buffer, contentType: string, isGzipWanted: boolean): Encoded =>
  isGzipWanted && bytes.length >= LEAST && isText(contentType)
    ? { bytes: zlib().gzipSync(bytes, { level: LEVEL }), encoding: 'gzip' }
    : { bytes, encoding: undefined };

/** What is there compressed, for whoever takes it; unpacked for everybody else. */
export const reencoded = (gzipped: Buffer, isGzipWanted: boolean): Encoded =>
  isGzipWanted ? { bytes: gzipped, encoding: 'gzip' } : { bytes: zlib().gunzipSync(gzipped), encoding: undefined };

/** Workbooks and archives are compressed already. */
const isText = (contentType: string): boolean => /^text\/|[/+](json|xml|javascript)\b|\bsvg\b/.test(contentType);
