import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { noSuchGroup } from '../ranking-problems.ts';

/** The group that is asked for, or every one that the methodology ranks. @throws Problem where there is no such group. */
export const askedGroups = (document: RankingDocument, asked: string | undefined): string[] => {
  const { groups } = document.ranking;
  if (asked === undefined) return groups.filter(({ official }) => official).map(({ group }) => group);
  if (groups.some(({ group }) => group === asked)) return [asked];
  throw noSuchGroup(document, asked);
};
