import type { S3Client } from '@aws-sdk/client-s3';
import { ingestFile } from '@chi-so/ingestion/ingest-file';
import { postPublish } from '@chi-so/ingestion/publish';
import type { Stores } from '@chi-so/ingestion/stores';
import { recompute } from '@chi-so/ranking/recompute';
import { indices, unitSets } from '@chi-so/reference-data/catalogue';
import { releaseFiles } from '@chi-so/reference-data/releases';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { type Table, tableOf } from '@chi-so/storage/client';
import { memoryDynamoDB } from '../faults/memory-dynamodb.ts';
import { writerRequest } from '../faults/writer-request.ts';

/** What was asked of one kind of item. */
export type Line = { what: string; read: number; written: number; calls: number };

/** Releases as they ship, published and ranked in memory, with a meter of what is asked from then on. */
export const shippedReleases = async (index: string, unitSet: string) => {
  const memory = memoryDynamoDB();
  const lines = new Map<string, Line>();
  const send = async (command: { constructor: { name: string }; input: object }) => {
    const before = { ...pick(memory.consumed) };
    const answer = memory.execute(command);
    const after = pick(memory.consumed);
    const what = `${command.constructor.name.replace('Command', '')} ${kindOf(command.input)}`;
    const line = lines.get(what) ?? { what, read: 0, written: 0, calls: 0 };
    lines.set(what, {
      what,
      read: line.read + after.read - before.read,
      written: line.written + after.written - before.written,
      calls: line.calls + 1,
    });
    return answer;
  };
  const tableNamed = (name: string): Table => {
    memory.createTable(name);
    return tableOf({ send } as unknown as Table['db'], name);
  };
  const bucket = { send: async () => ({}) } as unknown as S3Client;
  const stores: Stores = {
    records: tableNamed('records'),
    rankings: tableNamed('rankings'),
    originals: { s3: bucket, name: 'originals' },
    now: () => new Date('2026-03-01T08:00:00.000Z'),
  };
  await saveCatalogue(stores.records, index, unitSet);
  await publishAll(stores, index, unitSet);
  return {
    stores,
    /** Takes commands and counts them. */
    send,
    /** In the order in which each kind was first asked for. */
    itemised: (): Line[] => [...lines.values()],
    forget: (): void => lines.clear(),
  };
};

const pick = ({ read, written }: { read: number; written: number }) => ({ read, written });

type Asked = {
  Key?: { pk?: { S?: string } };
  Item?: { pk?: { S?: string } };
  ExpressionAttributeValues?: { ':pk'?: { S?: string }; ':prefix'?: { S?: string } };
};

const kindOf = ({ Key, Item, ExpressionAttributeValues: values }: Asked): string => {
  const kind = (Key?.pk?.S ?? Item?.pk?.S ?? values?.[':pk']?.S ?? '').split('#')[0] ?? '';
  const prefix = values?.[':prefix']?.S?.replace('#', '');
  return prefix ? `${kind} ${prefix}` : kind;
};

const saveCatalogue = async (records: Table, index: string, unitSet: string): Promise<void> => {
  const audit = { at: '2026-01-01T00:00:00.000Z', actor: 'bench', action: 'catalogue', target: index, reason: null };
  for (const set of unitSets().filter(({ unit_set }) => unit_set === unitSet)) {
    await saveUnitSet(records, set, { ...audit, request_id: set.unit_set });
  }
  for (const known of indices().filter((one) => one.index.index === index)) {
    await saveIndex(records, known.index, { ...audit, request_id: index });
    for (const one of known.methodologies)
      await saveMethodology(records, one, { ...audit, request_id: one.methodology });
  }
};

const publishAll = async (stores: Stores, index: string, unitSet: string): Promise<void> => {
  const log = { index, unit_set: unitSet, edition: 'main' };
  const files = releaseFiles().filter((file) => file.index === index && file.unit_set === unitSet);
  for (const [i, { period, text }] of files.entries()) {
    const bytes = Buffer.from(text);
    const file = {
      bytes,
      contentType: 'text/csv',
      said: {},
      actor: 'bench',
      owned: ['*'],
      request_id: period,
      mayAcknowledge: true,
    };
    await ingestFile(stores, file, false);
    const where = { set: unitSet, edition: 'main' };
    await postPublish(
      stores,
      writerRequest({ index, period, revision: '1' }, where, {}, { 'idempotency-key': period }),
    );
    await recompute(stores, log, [i + 1]);
  }
};
