import type { S3Client } from '@aws-sdk/client-s3';
import type { Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { postPublish } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { recompute } from '@chi-so/ranking/recompute';
import { indices } from '@chi-so/reference-data/catalogue';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { tableOf } from '@chi-so/storage/client';
import { memoryDynamoDB } from '../../faults/memory-dynamodb.ts';
import { writerRequest } from '../../faults/writer-request.ts';
import { sentFile } from '../engine-stores.ts';
import { spentOn } from '../spent.ts';

/** An index of one component that holds for every period, in memory, with a meter. */

export type Used = { read: number; written: number; cpu: number };

export type Growing = Awaited<ReturnType<typeof growingLog>>;

export const growingLog = async (set: UnitSet) => {
  const memory = memoryDynamoDB();
  const table = (name: string) => {
    memory.createTable(name);
    return tableOf(memory, name);
  };
  const stores: Stores = {
    records: table('records'),
    rankings: table('rankings'),
    originals: { s3: { send: async () => ({}) } as unknown as S3Client, name: 'bucket' },
    now: () => new Date(),
  };
  await saveCatalogue(stores, set);
  const log = { index: 'pci', unit_set: set.unit_set, edition: 'main' };
  const where = { set: set.unit_set, edition: 'main' };
  let entries = 0;

  const using = async (work: () => Promise<unknown>): Promise<Used> => {
    const before = { ...memory.consumed };
    const { cpu } = await spentOn(work);
    const { read, written } = memory.consumed;
    return { read: read - before.read, written: written - before.written, cpu };
  };
  const ranked = () => using(() => recompute(stores, log, [++entries]));

  return {
    stores,
    using,
    /** A new period; gives what its ranking took. */
    publish: async (period: string): Promise<Used> => {
      const file = { ...sentFile(Buffer.from(releaseOf(set, period)), 'main'), request_id: period };
      await ingestFile(stores, file, false);
      const request = writerRequest({ index: 'pci', period, revision: '1' }, where, {}, { 'idempotency-key': period });
      await postPublish(stores, request);
      return ranked();
    },
    /** Another revision of a period; gives what its ranking took. */
    correct: async (period: string, score: number): Promise<Used> => {
      const scores = [{ unit: set.units[1]?.unit, score }];
      const key = { 'idempotency-key': `${period} ${entries}` };
      await patchScores(
        stores,
        writerRequest({ index: 'pci', period }, { ...where, publish: 'true' }, { reason: 'đo', scores }, key),
      );
      return ranked();
    },
  };
};

const saveCatalogue = async ({ records }: Stores, set: UnitSet): Promise<void> => {
  const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'bench', action: 'catalogue', target: 'pci', reason: null };
  const pci = indices().find(({ index: { index } }) => index === 'pci');
  const known = pci?.methodologies.find(({ methodology }) => methodology === 'pci-2013');
  if (!pci || !known) throw new Error('The catalogue lacks PCI');
  const methodology: Methodology = {
    ...known,
    period_from: '1000',
    period_to: null,
    components: known.components.filter(({ parent }) => parent === null),
  };
  await saveUnitSet(records, set, { ...audit, request_id: set.unit_set });
  await saveIndex(records, pci.index, { ...audit, request_id: 'index' });
  await saveMethodology(records, methodology, { ...audit, request_id: 'methodology' });
};

/** No two periods alike: every score has moved, by more than a gate likes, which the file accepts. */
const releaseOf = ({ unit_set, units }: UnitSet, period: string): string =>
  [
    '# index: pci',
    `# period: ${period}`,
    `# unit_set: ${unit_set}`,
    '# methodology: pci-2013',
    '# title: PCI thử',
    '# publisher: thử',
    '# kind: compilation',
    '# certainty: unknown',
    '# extent: complete',
    '# acknowledge.implausible-move: đo',
    'unit,component,score,status',
    ...units.map(
      ({ unit }, u) => `${unit},total,${(10 + ((u * 7919 + Number(period) * 104_729) % 8011) / 100).toFixed(2)},A`,
    ),
    '',
  ].join('\n');
