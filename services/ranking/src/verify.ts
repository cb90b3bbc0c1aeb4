import { isDeepStrictEqual } from 'node:util';
import type { LogId } from '@chi-so/domain/identity';
import { getLabelled, type LabelledOutput } from '@chi-so/storage/labelled';
import { listLogs, readLog } from '@chi-so/storage/logs';
import { outputsOf } from './outputs.ts';
import { publishedLoader } from './published.ts';
import type { Tables } from './recompute.ts';

/** A stored output that is not what Records says it should be. */
export type Difference = { pk: string; sk: string; fault: 'missing' | 'other-label' | 'other-content' };

export type Verification = { outputs: number; differences: Difference[] };

/** Recomputes every output of every log from Records alone and compares it with what is stored. Writes nothing. */
export const verify = async (tables: Tables): Promise<Verification> => {
  const verification: Verification = { outputs: 0, differences: [] };
  for (const log of await listLogs(tables.records)) await verifyLog(tables, log, verification);
  return verification;
};

const verifyLog = async ({ records, rankings }: Tables, logId: LogId, found: Verification): Promise<void> => {
  const log = await readLog(records, logId);
  const makeAnew = async () => null;
  for await (const step of outputsOf(logId, log, log, publishedLoader(records, logId), makeAnew)) {
    for (const output of step) {
      found.outputs++;
      const fault = await compare(rankings, output);
      if (fault) found.differences.push({ ...output.key, fault });
    }
  }
};

const compare = async (rankings: Tables['rankings'], { key, label, ...output }: LabelledOutput) => {
  const stored = await getLabelled(rankings, key);
  if (!stored) return 'missing';
  const { entry, format: _format, ...content } = stored;
  if (entry !== label) return 'other-label';
  return isDeepStrictEqual(content, JSON.parse(JSON.stringify(output))) ? null : 'other-content';
};
