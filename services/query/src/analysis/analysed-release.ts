import type { Analysed } from '@chi-so/contract/analysis/analysis-meta';
import type { Ranked } from '@chi-so/contract/ranking-response';
import { releaseFigures } from '@chi-so/domain/analysis/release-figures';
import { type ReleaseId, releaseName, TOTAL } from '@chi-so/domain/identity';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { notFound, Problem } from '@chi-so/runtime/problem';
import { getMethodology } from '@chi-so/storage/catalogue';
import type { Wanted } from '@chi-so/storage/rankings';
import { currentComponents } from '../current-components.ts';
import type { Tables } from '../tables.ts';

/** All that is read of a release to analyse it: one Query of its rankings, one GetItem of the methodology that it pins. */
export type ReadRelease = {
  release: ReleaseId;
  every: Ranked[];
  /** The ranking of the total, from which groups and units are known. */
  total: RankingDocument;
  methodology: PinnedMethodology;
  degraded: string | null;
};

export const readRelease = async (tables: Tables, wanted: Wanted): Promise<ReadRelease> => {
  const { release, every } = await currentComponents(tables, wanted);
  const total = every.find(({ document }) => document.component === TOTAL)?.document;
  if (!total) {
    throw new Problem(422, 'no-figures', {
      vi: `${releaseName(release)} không có tổng điểm`,
      en: `${releaseName(release)} has no total`,
    });
  }
  const methodology = await pinnedMethodology(tables, total);
  return { release, every, total, methodology, degraded: every.find(({ degraded }) => degraded)?.degraded ?? null };
};

/** The methodology in the version that the publication names. */
export const pinnedMethodology = async (
  { records }: Tables,
  { index, methodology: id, methodology_version }: RankingDocument,
): Promise<PinnedMethodology> => {
  const found = await getMethodology(records, index, id, methodology_version);
  if (found) return found;
  throw notFound(`Không có phương pháp "${id}"`, `There is no methodology "${id}"`);
};

/** The release in one of its groups, which it has. */
export const analysedIn = ({ every, methodology, degraded, release }: ReadRelease, group: string): Analysed => {
  const documents = every.map(({ document }) => document);
  const figures = releaseFigures(documents, methodology, group);
  if (figures) return { figures, degraded };
  throw notFound(`${releaseName(release)} không có khối "${group}"`, `${releaseName(release)} has no group "${group}"`);
};
