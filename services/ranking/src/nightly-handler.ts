import { required } from '@chi-so/runtime/environment';
import { recorded } from '@chi-so/runtime/metrics';
import { dynamoDB, tableOf } from '@chi-so/storage/client';
import { checkReleases } from './check-releases.ts';
import { checkStored } from './check-stored.ts';
import type { Tables } from './recompute.ts';

const db = dynamoDB();
const tables: Tables = {
  records: tableOf(db, required('RECORDS_TABLE')),
  rankings: tableOf(db, required('RANKINGS_TABLE')),
};

/** Called every night. What is quick comes first: a verification that runs out of time takes nothing else with it. */
export const handler = recorded(async (_: { schedule: 'nightly' }): Promise<object> => {
  const late = await checkReleases(tables.records, new Date());
  return { late, ...(await checkStored(tables)) };
});
