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

const opaque = (etag: string): string => etag.replace(/^W\//, '');
