import { expectedReleases } from '@chi-so/domain/calendar';
import { dayInVietnam } from '@chi-so/domain/day';
import { logger } from '@chi-so/runtime/logger';
import { record } from '@chi-so/runtime/metrics';
import { listIndicesWithMethodologies } from '@chi-so/storage/catalogue';
import type { ReadTable } from '@chi-so/storage/read-table';
import { listReleases } from '@chi-so/storage/releases';

/** Says which releases should be there by now, going by when earlier ones came. Gives their number. */
export const checkReleases = async (records: ReadTable, now: Date): Promise<number> => {
  const [indices, releases] = await Promise.all([listIndicesWithMethodologies(records), listReleases(records)]);
  const late = expectedReleases(indices, releases, dayInVietnam(now)).flatMap(({ index, unit_set, expected }) =>
    expected?.overdue ? [{ index: index.index, unit_set, period: expected.period, until: expected.to }] : [],
  );
  if (late.length > 0) logger.warn('releases overdue', { late });
  record('ReleasesOverdue', late.length);
  return late.length;
};
