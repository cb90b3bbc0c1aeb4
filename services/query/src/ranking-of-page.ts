import { publicationOfPin, rankingPin } from '@chi-so/contract/ranking-pages';
import type { StoredRanking } from '@chi-so/storage/ranking-body';
import { getRankingAt } from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';

/**
 * The ranking that the first page was of. Where another has taken its place since, the copy that is kept of its
 * publication: if it does not compare with an earlier period, since no copy knows how it did.
 */
export const asOnFirstPage = async (
  rankings: ReadTable,
  component: string,
  current: StoredDocument,
  pin: string | undefined,
): Promise<StoredDocument> => {
  const then = pin === undefined || pin === rankingPin(current) ? undefined : publicationOfPin(pin);
  if (!then?.isAlone) return current;
  const { index, period, unit_set, edition } = current.document;
  const kept = await getRankingAt(rankings, { index, period, unit_set, edition }, component, then);
  const isSame = kept && 'document' in kept && kept.degraded === null && kept.format === then.format;
  return isSame ? { ...kept, entry: then.label } : current;
};

/** A ranking that is there. */
export type StoredDocument = Extract<StoredRanking, { document: unknown }>;
