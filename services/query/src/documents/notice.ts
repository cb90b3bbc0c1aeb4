import type { GroupRanking } from '@chi-so/domain/ranking';
import { rankingFacts } from '@chi-so/domain/sentences/ranking-facts';
import { missingSentences, rankingSentences } from '@chi-so/domain/sentences/ranking-sentences';
import { type Lang, nameOf, periodWords } from '@chi-so/domain/sentences/sentence';
import type { Block, DocumentContent } from './content.ts';
import type { Found } from './found-figures.ts';
import { numbered, originOf, placesOf } from './layout-words.ts';
import { OFFICIAL } from './official-words.ts';
import { gradesTable, rankingTable, rowsOf } from './ranking-tables.ts';
import { basis, remarks, sourceNote } from './source-note.ts';

/** How far down the table of the notice goes; the annex has everybody. */
const FIRST = 10;

/** Thông báo kết quả: what one release says as a whole, who leads, how grades fall, who has no score. */
export const notice = (found: Found, lang: Lang): DocumentContent => {
  const { document, words, groups } = found;
  const index = nameOf(words.index, lang);
  const period = periodWords(document.period, lang).text;
  const { issuer } = OFFICIAL[lang];
  const says = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  const sections = groups.flatMap((group) => sectionsOf(found, group, lang));
  return {
    lang,
    form: 'letter',
    title: says('THÔNG BÁO', 'NOTICE'),
    about: says(`Kết quả ${index} ${period}`, `Results of the ${index} ${period}`),
    symbol: 'TB',
    blocks: [
      {
        kind: 'paragraph',
        text: says(
          `Căn cứ ${basis(document.source, lang)}, ${issuer} thông báo kết quả ${index} ${period} như sau:`,
          `On the basis of ${basis(document.source, lang)}, ${issuer} announces the results of the ${index} ${period}:`,
        ),
      },
      ...numbered([
        ...sections,
        {
          heading: says('Cách hiểu số liệu', 'How to read the figures'),
          blocks: remarks(document, lang).map((text): Block => ({ kind: 'item', text })),
        },
      ]),
      {
        kind: 'paragraph',
        text: says(
          'Kết quả của từng đơn vị tại Phụ lục kèm theo Thông báo này.',
          'The results of each unit are in the annex to this notice.',
        ),
      },
      {
        kind: 'paragraph',
        text: says(
          `${issuer} thông báo để các cơ quan, đơn vị biết./.`,
          `${issuer} gives this notice for the information of all agencies and units.`,
        ),
      },
    ],
    origin: originOf(document),
  };
};

type Section = { heading: string; blocks: Block[] };

const sectionsOf = ({ document, words }: Found, group: GroupRanking, lang: Lang): Section[] => {
  const facts = rankingFacts(document, words, group);
  const of = placesOf(group, lang);
  const says = (vi: string, en: string) => `${lang === 'vi' ? vi : en}${of}`;
  const missing = new Set(missingSentences(facts, lang).map(({ text }) => text));
  const items = (texts: readonly string[]) => texts.map((text): Block => ({ kind: 'item', text }));
  const first = rowsOf(document, group).filter(
    ({ place, unit }) => (place.rank ?? unit.rank_published ?? ALL_BEHIND) <= FIRST,
  );
  const counts = gradesTable(facts, lang);
  const source = sourceNote(document.source, lang);
  return [
    {
      heading: says('Kết quả chung', 'Overall results'),
      blocks: items(
        rankingSentences(facts, lang)
          .map(({ text }) => text)
          .filter((text) => !missing.has(text)),
      ),
    },
    ...(first.length > 0
      ? [
          {
            heading: says('Các đơn vị dẫn đầu', 'The leading units'),
            blocks: [rankingTable(first, group.rank_of, words, lang), source],
          },
        ]
      : []),
    ...(counts ? [{ heading: says('Xếp loại', 'Grades'), blocks: [counts, source] }] : []),
    ...(facts.missing.length > 0
      ? [
          {
            heading: says('Đơn vị không có điểm', 'Units without a score'),
            blocks: items(missingSentences(facts, lang, Number.POSITIVE_INFINITY).map(({ text }) => text)),
          },
        ]
      : []),
  ];
};

const ALL_BEHIND = Number.POSITIVE_INFINITY;
