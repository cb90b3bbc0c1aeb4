import { logger } from '@chi-so/runtime/logger';
import { record } from '@chi-so/runtime/metrics';
import { verify } from './rebuild.ts';
import type { Tables } from './recompute.ts';

/** More than these nobody reads in a log; `chiso rebuild --verify --all` lists them all. */
const NAMED = 20;

/** Compares every stored result with what Records says. Writes nothing; says what differs, and what cannot be read. */
export const checkStored = async (
  tables: Tables,
): Promise<{ outputs: number; differ: number; quarantined: number }> => {
  const { outputs, differences, quarantined } = await verify(tables);
  if (differences.length > 0) logger.error('rankings differ', { differences: differences.slice(0, NAMED) });
  if (quarantined.length > 0) logger.error('in quarantine', { quarantined: quarantined.slice(0, NAMED) });
  const counts = { outputs, differ: differences.length, quarantined: quarantined.length };
  logger.info('rankings verified', counts);
  record('RankingsDiffer', counts.differ);
  record('EntriesInQuarantine', counts.quarantined);
  return counts;
};
