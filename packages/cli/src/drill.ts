import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Table, tableOf } from '@chi-so/storage/client';
import { type Digest, digestOfTable, isSameDigest } from '@chi-so/storage/table-dump-hash';
import { unpackedLine } from '@chi-so/storage/table-dump-line';
import { createTable, dropTable } from '@chi-so/storage/table-dump-tables';
import { Complaint } from './complaint.ts';
import { exportRecords } from './export-records.ts';
import { importRecords } from './import-records.ts';
import type { RebuildReport } from './rebuild-rankings.ts';
import type { Tables } from './tables-named.ts';
import type { Watch } from './watch.ts';

/** What the drill found: the same tables twice, once running and once restored, and what each part took. */
export type DrillReport = {
  records: { table: string; running: Digest; restored: Digest };
  rankings: { table: string; running: Digest; rebuilt: Digest };
  is_same: boolean;
  /** Somebody wrote to Records during the drill, so that Rankings may well be of another moment. */
  has_moved: boolean;
  quarantined: RebuildReport['quarantined'];
  ms: Record<'export' | 'import' | 'rebuild' | 'compare', number>;
};

type Rebuild = (tables: Tables) => Promise<Pick<RebuildReport, 'quarantined'>>;

/** `chiso drill`: export → two new tables → import → rebuild → compare. The two tables are dropped, whatever happens. */
export const drill = async (running: Tables, rebuild: Rebuild, watch: Watch): Promise<DrillReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'chiso-drill-'));
  const copies = copiesOf(running);
  const made: Table[] = [];
  const watched = timed();
  try {
    const file = join(folder, 'records.ndjson');
    const exported = await watched.time('export', () => exportRecords(running.records, file, watch));
    watch(MAKING);
    for (const table of [copies.records, copies.rankings]) {
      made.push(table);
      await createTable(table);
    }
    const restored = await watched.time('import', () => importRecords(copies.records, file, watch));
    const { quarantined } = await watched.time('rebuild', () => rebuild(copies));
    // Last, so that the stream has long brought the running rankings up to what was exported.
    const rankings = await watched.time('compare', async () => ({
      running: await digestOfRankings(running.rankings, watch),
      rebuilt: await digestOfRankings(copies.rankings, watch),
    }));
    const records = { running: pick(exported), restored: pick(restored) };
    const is_same = isSameDigest(records.running, records.restored) && isSameDigest(rankings.running, rankings.rebuilt);
    const has_moved = !is_same && !isSameDigest(records.running, await digestOfTable(running.records));
    return {
      records: { table: running.records.name, ...records },
      rankings: { table: running.rankings.name, ...rankings },
      is_same,
      has_moved,
      quarantined,
      ms: watched.ms,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await dropAll(made);
  }
};

const dropAll = async (tables: readonly Table[]): Promise<void> => {
  const dropped = await Promise.allSettled(tables.map(dropTable));
  const left = tables.flatMap(({ name }, i) => (dropped[i]?.status === 'rejected' ? [name] : []));
  if (left.length === 0) return;
  throw new Complaint({
    vi: `Không xoá được bảng tạm, hãy tự xoá: ${left.join(', ')}`,
    en: `Tables of the drill could not be dropped, drop them by hand: ${left.join(', ')}`,
  });
};

const copiesOf = ({ records, rankings }: Tables): Tables => {
  const name = `chiso-drill-${Date.now().toString(36)}-${process.pid}`;
  return { records: tableOf(records.db, `${name}-records`), rankings: tableOf(rankings.db, `${name}-rankings`) };
};

const digestOfRankings = (table: Table, watch: Watch): Promise<Digest> =>
  digestOfTable(table, { lineOf: unpackedLine, onPage: (items) => watch(COMPARING, items) });

const pick = ({ items, hash }: Digest): Digest => ({ items, hash });

const timed = () => {
  const ms = { export: 0, import: 0, rebuild: 0, compare: 0 };
  const time = async <T>(part: keyof typeof ms, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    ms[part] = Math.round(performance.now() - start);
    return result;
  };
  return { ms, time };
};

const MAKING = { vi: 'Đang tạo hai bảng trống', en: 'Making two empty tables' };
const COMPARING = { vi: 'Đang so sánh bảng xếp hạng', en: 'Comparing rankings' };
