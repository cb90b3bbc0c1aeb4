/** The columns that name a release. */
export const RELEASE_COLUMNS = { index: 'code', period: 'code', unit_set: 'code', edition: 'code' } as const;
