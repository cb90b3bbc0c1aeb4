import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import type { Stores } from '@chi-so/ingestion/stores';
import { startDynamoDbLocal } from '@chi-so/local/dynamodb-local';
import { ensureJava } from '@chi-so/local/preflight';
import { indices } from '@chi-so/reference-data/catalogue';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { type Table, tableOf } from '@chi-so/storage/client';
import { createTable, engineClient } from '../faults/own-stores.ts';
import { ownFolder } from './processes.ts';

/** Both tables in DynamoDB Local with PCI's catalogue, and a bucket that takes no time. */
export type EngineStores = {
  endpoint: string;
  db: DynamoDBClient;
  records: Table;
  rankings: Table;
  methodology: Methodology;
  /** The same tables by another client. */
  storesBy: (db: Table['db']) => Stores;
};

export const withEngineStores = async <Found>(
  sets: readonly UnitSet[],
  work: (engine: EngineStores) => Promise<Found>,
  folder: string = ownFolder(),
): Promise<Found> => {
  ensureJava(console.error);
  // The engine itself, not what makes its writes durable: that one's work would count as this process's.
  const { engineEndpoint: endpoint, stop } = await startDynamoDbLocal(folder);
  const db = engineClient(endpoint);
  try {
    const records = await createTable(db, 'records');
    const rankings = await createTable(db, 'rankings');
    const methodology = await saveCatalogue(records, sets);
    const originals = { s3: { send: async () => ({}) } as unknown as S3Client, name: 'bucket' };
    const storesBy = (client: Table['db']): Stores => ({
      records: tableOf(client, records.name),
      rankings: tableOf(client, rankings.name),
      originals,
      now: () => new Date(),
    });
    return await work({ endpoint, db, records, rankings, methodology, storesBy });
  } finally {
    db.destroy();
    await stop();
  }
};

const saveCatalogue = async (records: Table, sets: readonly UnitSet[]): Promise<Methodology> => {
  const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'bench', action: 'catalogue', target: 'pci', reason: null };
  const pci = indices().find(({ index: { index } }) => index === 'pci');
  const methodology = pci?.methodologies.find((one) => one.methodology === 'pci-2013');
  if (!pci || !methodology) throw new Error('The catalogue lacks PCI');
  await saveIndex(records, pci.index, { ...audit, request_id: 'index' });
  await saveMethodology(records, methodology, { ...audit, request_id: 'methodology' });
  for (const set of sets) await saveUnitSet(records, set, { ...audit, request_id: set.unit_set });
  return methodology;
};

/** A file as somebody sends it who may do everything. */
export const sentFile = (bytes: Buffer, edition: string) => ({
  bytes,
  contentType: 'text/csv',
  said: { edition },
  mayAcknowledge: true,
  actor: 'bench',
  owned: ['*'],
  request_id: edition,
});
