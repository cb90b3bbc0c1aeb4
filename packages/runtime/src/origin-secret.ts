import { createHash, timingSafeEqual } from 'node:crypto';
import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { Problem } from './problem.ts';

/**
 * The API is for those who come through CloudFront, with its rules and its cache. The gateway has an address of its own
 * that anybody may find; what tells the two apart is a header that CloudFront sets.
 */

/** What `ORIGIN_SECRETS` takes, divided by commas: the one that is sent, and the one before it. None: nobody is let in. */
export const originSecrets = (taken = process.env.ORIGIN_SECRETS): string[] => (taken ?? '').split(',').filter(Boolean);

/** @throws Problem 403 `direct-call` where the request did not come through CloudFront. */
export const requireOrigin = (secrets: readonly string[], headers: Record<string, string | undefined>): void => {
  const sent = digest(headers[ORIGIN_SECRET_HEADER] ?? '');
  // All are compared, in a time that does not tell how much of one was right.
  const fits = secrets.map((secret) => timingSafeEqual(digest(secret), sent));
  if (fits.includes(true)) return;
  throw new Problem(403, 'direct-call', {
    vi: 'Hãy gọi qua địa chỉ công khai của hệ thống',
    en: 'Call the public address of the system',
  });
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
