import { engineBackend, memoryBackend } from './backend.ts';
import { requireSame } from './divergence.ts';
import { type Report, runHistory } from './history.ts';
import type { Script } from './script.ts';

/** Where a history takes place. */

export const inMemory = async (script: Script, mutant?: string): Promise<Report> =>
  runHistory(script, await memoryBackend(), mutant);

/**
 * On DynamoDB Local, and in memory too: where nobody reads older versions, the same happens in both, event by
 * event.
 */
export const onBoth = async (given: Script, endpoint: string, mutant?: string): Promise<Report> => {
  const script = { ...given, faults: { ...given.faults, 'stale-read': 0 } };
  const backend = await engineBackend(endpoint);
  try {
    const report = await runHistory(script, backend, mutant);
    requireSame('The same history in memory and on DynamoDB Local', report, await inMemory(script, mutant));
    return report;
  } finally {
    await backend.end();
  }
};
