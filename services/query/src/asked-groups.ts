import { officialGroups } from '@chi-so/contract/ranking-response';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { noSuchGroup } from './ranking-problems.ts';

/** The group that is asked for, or every one that the methodology ranks. @throws Problem where there is no such group. */
export const askedGroups = (document: RankingDocument, asked: string | undefined): GroupRanking[] => {
  if (!asked) return officialGroups(document);
  const found = document.ranking.groups.filter(({ group }) => group === asked);
  if (found.length > 0) return found;
  throw noSuchGroup(document, asked);
};
