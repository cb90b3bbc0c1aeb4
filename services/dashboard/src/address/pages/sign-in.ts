import type { PageKind } from '../page-kind.ts';

/** What the provider sends somebody back with: a code for a token, or why there is none. */
export type Returned = { code: string | null; state: string | null; error: string | null };

/** `/sign-in?to=/targets/VN63-46/2026`: who the reader is to the API, and where they go on from there. */
export type SignInAddress = {
  page: 'signIn';
  to: string | null;
  /** Only until it has been looked at. */
  returned: Returned | null;
};

export const signIn: PageKind<SignInAddress> = {
  parse: ([first, ...rest], query) =>
    first === 'sign-in' && rest.length === 0
      ? { page: 'signIn', to: query.get('to'), returned: returnedOf(query) }
      : null,
  segments: () => ['sign-in'],
  query: ({ to, returned }) => ({ to, ...returned }),
};

const returnedOf = (query: URLSearchParams): Returned | null => {
  const returned = { code: query.get('code'), state: query.get('state'), error: query.get('error') };
  return returned.code === null && returned.error === null ? null : returned;
};
