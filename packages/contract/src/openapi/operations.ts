import type { RouteKey } from '../routes.ts';
import { ANALYSIS_FILES } from './analysis-file-operations.ts';
import { ANALYSIS } from './analysis-operations.ts';
import { CATALOGUE } from './catalogue-operations.ts';
import { DOCUMENTS } from './document-operations.ts';
import { FILES } from './file-operations.ts';
import type { Operation } from './operation.ts';
import { READ } from './read-operations.ts';
import { SERVICE } from './service-operations.ts';
import { TABLES } from './table-operations.ts';
import { TARGETS } from './target-operations.ts';
import { WRITE } from './write-operations.ts';

/** Every route of the API, described. A route that is not here does not compile. */
export const OPERATIONS: Record<RouteKey, Operation> = {
  ...TABLES,
  ...ANALYSIS,
  ...ANALYSIS_FILES,
  ...READ,
  ...WRITE,
  ...TARGETS,
  ...CATALOGUE,
  ...SERVICE,
  ...FILES,
  ...DOCUMENTS,
};
