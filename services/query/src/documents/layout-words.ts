import { ALL, releaseName } from '@chi-so/domain/identity';
import type { GroupRanking } from '@chi-so/domain/ranking';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { type Lang, nameOf } from '@chi-so/domain/sentences/sentence';
import type { Block, DocumentContent } from './content.ts';

/** What documents of every kind have in common. */

/** Sections under headings that are counted: `1. Kết quả chung`. */
export const numbered = (sections: readonly { heading: string; blocks: readonly Block[] }[]): Block[] =>
  sections.flatMap(({ heading, blocks }, i) => [{ kind: 'heading' as const, text: `${i + 1}. ${heading}` }, ...blocks]);

/** Behind a heading, the group that it is about; nothing where all units are ranked together. */
export const placesOf = (group: GroupRanking, lang: Lang): string =>
  group.group === ALL ? '' : ` – ${nameOf(group, lang)}`;

/** Which publication a document is made from: the clock has no part in it. */
export const originOf = (document: RankingDocument): DocumentContent['origin'] => {
  const { revision, entry, at } = document.publication;
  return { description: `${releaseName(document)}, bản / revision ${revision}, mục / entry ${entry}`, at };
};
