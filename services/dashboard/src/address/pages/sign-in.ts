import type { PageKind } from '../page-kind.ts';

/** `/sign-in?to=/targets/VN63-46/2026`: who the reader is to the API, and where they go on from there. */
export type SignInAddress = { page: 'signIn'; to: string | null };

export const signIn: PageKind<SignInAddress> = {
  parse: ([first, ...rest], query) =>
    first === 'sign-in' && rest.length === 0 ? { page: 'signIn', to: query.get('to') } : null,
  segments: () => ['sign-in'],
  query: ({ to }) => ({ to }),
};
