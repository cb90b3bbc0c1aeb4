import type { PageKind } from '../page-kind.ts';

/** `/data`: how to take figures along into other programs. */
export type DataAddress = {
  page: 'data';
  /** Path and query below `/v1/` of what the reader was looking at. */
  about: string | null;
};

export const data: PageKind<DataAddress> = {
  parse: ([first, ...rest], query) =>
    first === 'data' && rest.length === 0 ? { page: 'data', about: query.get('about') } : null,
  segments: () => ['data'],
  query: ({ about }) => ({ about }),
};
