import { type LogId, logName } from '@chi-so/domain/identity';
import type { Table } from '@chi-so/storage/client';
import { type Fault, faultOf, type LabelledOutput, putLabelled, replaceLabelled } from '@chi-so/storage/labelled';
import { listLogs, readLog } from '@chi-so/storage/logs';
import { scanTable } from '@chi-so/storage/table-dump';
import { documentsOf } from './documents.ts';
import { outputsOf } from './outputs.ts';
import { publishedLoader } from './published.ts';
import type { Tables } from './recompute.ts';

/** A stored output that is not what Records says it should be; `orphan`: nothing in Records says that it should be. */
export type Difference = { pk: string; sk: string; fault: Fault | 'orphan'; replaced: boolean };

export type Rebuilt = {
  /** Outputs that follow from Records. */
  outputs: number;
  put: number;
  differences: Difference[];
  /** Entries of which something cannot be read. */
  quarantined: { log: string; entry: number; reason: string }[];
};

export type RebuildOptions = {
  /** The logs of one index; all where left out, and then orphans are looked for too. */
  index?: string;
  /** False: only compare. */
  write: boolean;
  progress?: (log: string, done: number, of: number) => void;
};

/**
 * Makes every output anew from Records alone, compares it with what is stored, byte for byte of its text, and puts it by
 * the same conditions as ever. Bytes that differ under an equal label are replaced; a label that is ahead of its log is
 * reported, since no conditional put can take it back.
 */
export const rebuild = async (
  tables: Tables,
  { index, write, progress = () => {} }: RebuildOptions,
): Promise<Rebuilt> => {
  const rebuilt: Rebuilt = { outputs: 0, put: 0, differences: [], quarantined: [] };
  const expected = new Set<string>();
  const logs = (await listLogs(tables.records)).filter((log) => index === undefined || log.index === index);
  for (const [i, log] of logs.entries()) {
    progress(logName(log), i, logs.length);
    const ofLog = await settled(tables, log, write);
    rebuilt.outputs += ofLog.keys.length;
    rebuilt.put += ofLog.put;
    rebuilt.differences.push(...ofLog.differences);
    rebuilt.quarantined.push(...ofLog.quarantined);
    for (const key of ofLog.keys) expected.add(key);
  }
  if (index === undefined) rebuilt.differences.push(...(await orphans(tables.rankings, expected)));
  return rebuilt;
};

/** Recomputes every output and compares it with what is stored. Writes nothing. */
export const verify = (tables: Tables): Promise<Rebuilt> => rebuild(tables, { write: false });

type OfLog = Omit<Rebuilt, 'outputs'> & { keys: string[] };

/** A log that others append to meanwhile is ahead of what was read of it: then it is read again. */
const settled = async (tables: Tables, logId: LogId, write: boolean): Promise<OfLog> => {
  for (let attempt = 1; ; attempt++) {
    const { length, ...ofLog } = await rebuildLog(tables, logId, write);
    const isAhead = ofLog.differences.some(({ fault, replaced }) => fault === 'other-label' && !replaced);
    if (!isAhead || attempt === 5 || (await readLog(tables.records, logId)).length === length) return ofLog;
  }
};

const rebuildLog = async (
  { records, rankings }: Tables,
  logId: LogId,
  write: boolean,
): Promise<OfLog & { length: number }> => {
  const log = await readLog(records, logId);
  const load = publishedLoader(records, logId);
  const documents = documentsOf({ rankings }, logId, log, () => true, load);
  const ofLog: OfLog = { keys: [], put: 0, differences: [], quarantined: [] };
  const unreadable = new Map<number, string>();
  for await (const step of outputsOf(logId, log, log, documents, load, async () => null)) {
    await Promise.all(
      step.map(async (output) => {
        const { key, label, degraded } = output;
        ofLog.keys.push(`${key.pk} ${key.sk}`);
        if (degraded !== null) unreadable.set(label, degraded);
        const fault = await faultOf(rankings, output);
        if (!fault) return;
        const replaced = write && (await mend(rankings, output, fault)) === 'put';
        if (replaced) ofLog.put++;
        // Refused, and well all the same: the ranking function has put it meanwhile.
        else if (write && !(await faultOf(rankings, output))) return;
        ofLog.differences.push({ ...key, fault, replaced });
      }),
    );
  }
  const quarantined = [...unreadable].map(([entry, reason]) => ({ log: logName(logId), entry, reason }));
  return { ...ofLog, quarantined, length: log.length };
};

const mend = (rankings: Table, output: LabelledOutput, fault: Fault): Promise<'put' | 'refused'> =>
  fault === 'other-content' ? replaceLabelled(rankings, output) : putLabelled(rankings, output);

const orphans = async (rankings: Table, expected: ReadonlySet<string>): Promise<Difference[]> => {
  const found: Difference[] = [];
  for await (const page of scanTable(rankings)) {
    for (const { pk, sk } of page) {
      const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
      if (!expected.has(`${key.pk} ${key.sk}`)) found.push({ ...key, fault: 'orphan', replaced: false });
    }
  }
  return found;
};
