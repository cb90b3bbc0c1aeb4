import type { PageKind } from '../page-kind.ts';

/** `/` and `/units`: who the reader is. */
export type ChoiceAddress = { page: 'choice' };

export const choice: PageKind<ChoiceAddress> = {
  parse: ([first, ...rest]) =>
    first === undefined || (first === 'units' && rest.length === 0) ? { page: 'choice' } : null,
  segments: () => ['units'],
};
