import type { ReadTable } from '@chi-so/storage/read-table';

/** What the read API reads. */
export type Tables = { records: ReadTable; rankings: ReadTable };
