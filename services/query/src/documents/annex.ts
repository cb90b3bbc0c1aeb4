import type { GroupRanking } from '@chi-so/domain/ranking';
import { rankingFacts } from '@chi-so/domain/sentences/ranking-facts';
import { missingSentences } from '@chi-so/domain/sentences/ranking-sentences';
import { type Lang, nameOf, periodWords } from '@chi-so/domain/sentences/sentence';
import type { Block, DocumentContent } from './content.ts';
import type { Found } from './found-figures.ts';
import { numbered, originOf, placesOf } from './layout-words.ts';
import { gradesTable, hasRank, rankingTable, rowsOf, unrankedTable } from './ranking-tables.ts';
import { remarks, sourceNote } from './source-note.ts';

/** Phụ lục xếp hạng: every unit of a release with both ranks and both grades, and those without a rank with the reason. */
export const annex = (found: Found, lang: Lang): DocumentContent => {
  const { document, words, groups } = found;
  const index = nameOf(words.index, lang);
  const period = periodWords(document.period, lang).text;
  const name = lang === 'vi' ? `Bảng xếp hạng ${index} ${period}` : `Ranking of the ${index} ${period}`;
  return {
    lang,
    form: 'annex',
    title: lang === 'vi' ? 'Phụ lục' : 'Annex',
    about: name.toLocaleUpperCase(lang),
    symbol: 'TB',
    blocks: [
      ...numbered(groups.flatMap((group) => sectionsOf(found, group, lang))),
      ...remarks(document, lang).map((text): Block => ({ kind: 'item', text })),
    ],
    origin: originOf(document),
  };
};

const sectionsOf = ({ document, words }: Found, group: GroupRanking, lang: Lang) => {
  const of = placesOf(group, lang);
  const says = (vi: string, en: string) => `${lang === 'vi' ? vi : en}${of}`;
  const facts = rankingFacts(document, words, group);
  const rows = rowsOf(document, group);
  const ranked = rows.filter(hasRank);
  const unranked = rows.filter((row) => !hasRank(row));
  // Of whom nothing at all is known, the names are enough.
  const known = unranked.filter(({ unit }) => unit.score !== null || unit.grade_published !== null);
  const unknown = unranked.filter((row) => !known.includes(row)).map(({ unit }) => unit);
  const counts = gradesTable(facts, lang);
  const source = sourceNote(document.source, lang);
  const names = missingSentences({ missing: unknown, group: facts.group }, lang, Number.POSITIVE_INFINITY);
  return [
    ...(ranked.length > 0
      ? [
          {
            heading: says('Xếp hạng', 'Ranking'),
            blocks: [rankingTable(ranked, group.rank_of, words, lang), source],
          },
        ]
      : []),
    ...(counts ? [{ heading: says('Xếp loại', 'Grades'), blocks: [counts, source] }] : []),
    ...(unranked.length > 0
      ? [
          {
            heading: says('Đơn vị không có thứ hạng', 'Units without a rank'),
            blocks: [
              ...(known.length > 0 ? [unrankedTable(known, document.extent, words, lang), source] : []),
              ...names.map(({ text }): Block => ({ kind: 'item', text })),
            ],
          },
        ]
      : []),
  ];
};
