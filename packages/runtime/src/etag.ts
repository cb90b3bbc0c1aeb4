import { createHash } from 'node:crypto';

/**
 * Entity tags say that two answers hold the same, whatever made them: a job that writes what was there already changes
 * none. They are weak, because compression on the way changes bytes and would strip strong ones.
 */

/** The tag of a representation, from all that tells it from another: its type, its language, its bytes. */
export const weakEtag = (contentType: string, lang: string, bytes: Buffer | string): string => {
  const hash = createHash('sha256').update(`${contentType}\n${lang}\n`).update(bytes).digest('base64url');
  return `W/"${hash.slice(0, 22)}"`;
};

/** Whether `If-None-Match` lists the tag, compared weakly; `*` fits whatever there is. */
export const matchesEtag = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const listed = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return listed.some((one) => opaque(one) === opaque(etag));
};

/** Whether no body will be sent, whatever it is: to a HEAD, or to whoever has the answer of this tag. */
export const needsNoBody = (
  { method, headers }: { method: string; headers: Record<string, string | undefined> },
  etag: string,
): boolean => method === 'HEAD' || matchesEtag(headers['if-none-match'], etag);

const opaque = (etag: string): string => etag.replace(/^W\//, '');
