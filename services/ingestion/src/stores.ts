import type { Table } from '@chi-so/storage/client';
import type { Bucket } from '@chi-so/storage/originals';

/** What the functions of this service read and write. */
export type Stores = {
  records: Table;
  rankings: Table;
  originals: Bucket;
  now: () => Date;
  /** Whether somebody else has to publish what one has drafted; of the stage. */
  fourEyes?: boolean;
};
