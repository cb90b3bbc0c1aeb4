import type { Table } from '@chi-so/storage/client';
import type { Bucket } from '@chi-so/storage/originals';

/** What the functions of this service read and write. */
export type Stores = { records: Table; rankings: Table; originals: Bucket; now: () => Date };
