import { officialGroups, type Ranked, rankingsResponse } from '@chi-so/contract/ranking-response';
import type { Row, UnitNames } from '@chi-so/contract/table-cells';
import { comparePeriods } from '@chi-so/domain/identity';
import { getRankingsOfRelease } from '@chi-so/storage/rankings';
import type { ReadTable } from '@chi-so/storage/read-table';
import type { ReleaseSummary } from '@chi-so/storage/releases';

/** Everything that is official of an index: all periods, unit sets and components, one observation a row. */

export type IndexFigures = { rows: Row[]; names: UnitNames };

/** Releases read side by side: each is one Query. */
const AT_ONCE = 8;

export const indexFigures = async (rankings: ReadTable, releases: readonly ReleaseSummary[]): Promise<IndexFigures> => {
  const ordered = releases.filter(({ status }) => status === 'published').sort(inOrder);
  const names = new Map<string, { name_vi: string; name_en: string }>();
  const found: Row[][] = [];
  const left = ordered.entries();
  const worker = async () => {
    for (const [i, release] of left) {
      const ranked = await getRankingsOfRelease(rankings, release);
      const documents = ranked.flatMap((one): Ranked[] => ('document' in one ? [one] : []));
      for (const { document } of documents) for (const unit of document.ranking.units) names.set(unit.unit, unit);
      found[i] = rankingsResponse(documents, officialGroups, 'vi').data;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { rows: found.flat(), names };
};

const inOrder = (a: ReleaseSummary, b: ReleaseSummary): number =>
  a.unit_set.localeCompare(b.unit_set) || a.edition.localeCompare(b.edition) || comparePeriods(a.period, b.period);
