import type { Table } from '@chi-so/storage/client';
import { getRaw, isEmptyTable, putRaw, STAGES, type Stage, stageOf } from '@chi-so/storage/table-dump';
import { createDigester, type Digest, digestOfTable, isSameDigest } from '@chi-so/storage/table-dump-hash';
import { canonicalLine, type RawItem } from '@chi-so/storage/table-dump-line';
import { Complaint } from './complaint.ts';
import { checkFile, itemsIn } from './records-file.ts';
import type { Watch } from './watch.ts';

/** What was imported. */
export type Imported = Digest & {
  file: string;
  table: string;
  /** When the file was exported. */
  exported_at: string;
  /** Items that an earlier import, which was cut off, had brought in. */
  already_there: number;
};

/** `chiso import`: checks the file to its end, then writes it into a table that has nothing else, and compares. */
export const importRecords = async (records: Table, file: string, watch: Watch): Promise<Imported> => {
  const { at, digest } = await checkFile(file, (items) => watch(READING, items));
  const alreadyThere = await itemsAlreadyThere(records, file, watch);
  if (alreadyThere < digest.items) for (const stage of STAGES) await writeStage(records, file, stage, watch);
  const stored = await digestOfTable(records, { onPage: (items) => watch(COMPARING, items) });
  if (!isSameDigest(stored, digest)) {
    throw new Complaint({
      vi: `Sau khi nhập, bảng ${records.name} có ${stored.items} bản ghi (${stored.hash}), tệp có ${digest.items} (${digest.hash}): có ai khác đang ghi vào bảng`,
      en: `After the import the table ${records.name} has ${stored.items} items (${stored.hash}), and the file has ${digest.items} (${digest.hash}): somebody else is writing to the table`,
    });
  }
  return { file, table: records.name, exported_at: at, already_there: alreadyThere, ...digest };
};

/** How many items of the file the table has. Complains where it has anything else, or another content under a key. */
const itemsAlreadyThere = async (records: Table, file: string, watch: Watch): Promise<number> => {
  if (await isEmptyTable(records)) return 0;
  const common = createDigester();
  for await (const items of chunksOf(itemsIn(file))) {
    const lines = new Set(items.map(canonicalLine));
    for (const line of (await getRaw(records, items)).map(canonicalLine)) if (lines.has(line)) common.add(line);
    watch(LOOKING, common.digest().items);
  }
  const table = await digestOfTable(records, { onPage: (items) => watch(LOOKING, items) });
  if (isSameDigest(table, common.digest())) return table.items;
  const others = table.items - common.digest().items;
  throw new Complaint({
    vi: `Bảng ${records.name} không trống và có ${others} bản ghi không thuộc tệp này: chưa ghi gì. Hãy nhập vào một bảng trống`,
    en: `The table ${records.name} is not empty, and has ${others} items that are not part of this file: nothing was written. Import into an empty table`,
  });
};

/** Logs one entry after the other, since what is written together becomes visible in any order. */
const writeStage = async (records: Table, file: string, stage: Stage, watch: Watch): Promise<void> => {
  let written = 0;
  for await (const items of chunksOf(itemsIn(file), stage)) {
    if (stage === 'logs') for (const item of items) await putRaw(records, [item]);
    else await putRaw(records, items);
    written += items.length;
    watch(WRITING[stage], written);
  }
};

const CHUNK = 200;

const chunksOf = async function* (items: AsyncIterable<RawItem>, stage?: Stage): AsyncGenerator<RawItem[]> {
  let chunk: RawItem[] = [];
  for await (const item of items) {
    if (stage !== undefined && stageOf(item) !== stage) continue;
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
};

const READING = { vi: 'Đang kiểm tra tệp', en: 'Checking the file' };
const LOOKING = { vi: 'Đang xem bảng đã có gì', en: 'Looking at what the table has' };
const COMPARING = { vi: 'Đang đọc lại bảng', en: 'Reading the table again' };
const WRITING = {
  content: { vi: 'Đang nhập nội dung', en: 'Importing content' },
  logs: { vi: 'Đang nhập nhật ký công bố', en: 'Importing logs' },
  duties: { vi: 'Đang nhập lịch hẹn', en: 'Importing what waits for its time' },
};
