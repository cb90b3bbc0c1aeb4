import type { GroupRanking } from '@chi-so/domain/ranking';
import type { Source } from '@chi-so/domain/score';
import { type ComponentFacts, componentSentence } from '@chi-so/domain/sentences/component-sentence';
import { decompositionSentences } from '@chi-so/domain/sentences/decomposition-sentences';
import { rankingFacts } from '@chi-so/domain/sentences/ranking-facts';
import { rankingSentences } from '@chi-so/domain/sentences/ranking-sentences';
import { type Lang, nameOf, periodWords } from '@chi-so/domain/sentences/sentence';
import type { UnitFacts } from '@chi-so/domain/sentences/unit-facts';
import { unitSentences } from '@chi-so/domain/sentences/unit-sentences';
import type { Block, DocumentContent } from './content.ts';
import type { Found } from './found-figures.ts';
import { numbered, originOf } from './layout-words.ts';
import { OFFICIAL } from './official-words.ts';
import { remarks, sourceNote, sourcesNote } from './source-note.ts';
import type { UnitChange } from './unit-change.ts';
import { componentsTable, yearsTable } from './unit-tables.ts';
import type { UnitYears } from './unit-years.ts';

export type UnitFigures = {
  unit: UnitFacts;
  group: GroupRanking;
  years: UnitYears;
  /** Of the components right below the index, in the order of its methodology. */
  components: ComponentFacts[];
  /** Since the period before; undefined where nothing of it compares. */
  change: UnitChange | undefined;
};

/** Báo cáo phân tích: one unit's result in a period, over the years, and in each component beside median and leader. */
export const unitReport = (found: Found, figures: UnitFigures, lang: Lang): DocumentContent => {
  const { document, words } = found;
  const { unit, group, years, components, change } = figures;
  const says = (vi: string, en: string) => (lang === 'vi' ? vi : en);
  const name = nameOf(unit.unit, lang);
  const index = nameOf(words.index, lang);
  const period = periodWords(document.period, lang).text;
  return {
    lang,
    form: 'letter',
    title: says('BÁO CÁO', 'REPORT'),
    about: says(`Phân tích kết quả ${index} ${period} của ${name}`, `Analysis of ${name} in the ${index} ${period}`),
    symbol: 'BC',
    blocks: [
      {
        kind: 'paragraph',
        text: says(
          `${OFFICIAL[lang].issuer} báo cáo kết quả ${index} ${period} của ${name} như sau:`,
          `${OFFICIAL[lang].issuer} reports the result of ${name} in the ${index} ${period}:`,
        ),
      },
      ...numbered([
        {
          heading: says(`Kết quả ${period}`, `Result ${period}`),
          blocks: [...items(unitSentences(saidOf(figures), lang)), sourceNote(document.source, lang)],
        },
        {
          heading: says('Kết quả chung của các đơn vị', 'The whole ranking'),
          blocks: items(rankingSentences(rankingFacts(document, words, group), lang)),
        },
        ...(years.rows.length > 0
          ? [
              {
                heading: says('Kết quả qua các kỳ', 'Results over the periods'),
                blocks: [
                  yearsTable(years, lang),
                  sourcesNote(years.sources, lang),
                  ...items(group.official ? [] : [{ text: AMONG_ALL[lang] }]),
                  ...items(years.breaks),
                ],
              },
            ]
          : []),
        ...(change ? [changeSection(change, document.source, lang)] : []),
        ...(components.length > 0
          ? [
              {
                heading: says('Các chỉ số thành phần', 'Components'),
                blocks: [
                  componentsTable(components, lang),
                  sourceNote(document.source, lang),
                  ...items(components.map((facts) => componentSentence(facts, lang))),
                ],
              },
            ]
          : []),
        {
          heading: says('Cách hiểu số liệu', 'How to read the figures'),
          blocks: items(remarks(document, lang).map((text) => ({ text }))),
        },
      ]),
      {
        kind: 'paragraph',
        text: says(
          `Trên đây là báo cáo kết quả ${index} ${period} của ${name}./.`,
          `This is the report on ${name} in the ${index} ${period}.`,
        ),
      },
    ],
    origin: originOf(document),
  };
};

const changeSection = ({ compared, source }: UnitChange, own: Source, lang: Lang) => {
  const then = periodWords(compared.against.period, lang).text;
  return {
    heading: lang === 'vi' ? `Thay đổi so với ${then} (tính toán)` : `The change since ${then} (computed)`,
    blocks: [...items(decompositionSentences(compared, lang)), sourcesNote([source, own], lang)],
  };
};

const items = (texts: readonly { text: string }[]) => texts.map(({ text }): Block => ({ kind: 'item', text }));

/**
 * While a publication is being put, a ranking may be there without its change against other periods: nothing is said of
 * it then, rather than that there is none.
 */
const saidOf = ({ unit, years: { hasEarlier } }: UnitFigures): UnitFacts =>
  hasEarlier && unit.change?.against === null ? { ...unit, change: null } : unit;

/** A series has no ranks in a region. */
const AMONG_ALL: Record<Lang, string> = {
  vi: 'Thứ hạng trong bảng này là giữa tất cả các đơn vị được xếp hạng cùng nhau.',
  en: 'Ranks in this table are among all units that are ranked together.',
};
