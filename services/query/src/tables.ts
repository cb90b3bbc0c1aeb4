import type { Table } from '@chi-so/storage/client';

export type Tables = { records: Table; rankings: Table };
