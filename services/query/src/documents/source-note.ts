import type { RankingDocument } from '@chi-so/domain/ranking-document';
import type { Source } from '@chi-so/domain/score';
import type { Lang } from '@chi-so/domain/sentences/sentence';
import type { Block } from './content.ts';

/** Where the figures of a table come from and how far they can be relied on: the line beneath every table. */

type Cited = Pick<Source, 'title' | 'publisher' | 'document' | 'published_on' | 'certainty'>;

/** `Nguồn: VCCI, PCI 2019, PCI workbook 2019, công bố ngày 05/5/2020; độ chắc chắn: đã xác nhận.` */
export const sourceNote = (source: Cited, lang: Lang): Block => ({
  kind: 'source',
  text: `${lang === 'vi' ? 'Nguồn' : 'Source'}: ${citation(source, lang)}.`,
});

/** The same of figures from several releases: what their publisher and certainty have in common is said once. */
export const sourcesNote = (sources: readonly Cited[], lang: Lang): Block => {
  const together = Map.groupBy(sources, ({ publisher, certainty }) => `${publisher} (${CERTAINTY[certainty][lang]})`);
  const all = [...together].map(
    ([common, of]) => `${common}: ${[...new Set(of.map((source) => dated(source, lang)))].join('; ')}`,
  );
  return { kind: 'source', text: `${lang === 'vi' ? 'Nguồn' : 'Sources'}: ${all.join('. ')}.` };
};

const citation = (source: Cited, lang: Lang): string =>
  `${source.publisher}, ${dated(source, lang)}; ${CERTAINTY[source.certainty][lang]}`;

const dated = ({ title, document, published_on }: Cited, lang: Lang): string => {
  const known = [title, document].filter(Boolean).join(', ');
  return `${known}, ${published_on === null ? undatedWords(lang) : dayWords(published_on, lang)}`;
};

/** The document that a text rests on, and its day where it is known. */
export const basis = ({ title, publisher, document, published_on }: Cited, lang: Lang): string => {
  const number = document === null ? '' : ` (${document})`;
  if (lang === 'vi') {
    const day = published_on === null ? '' : ` ${dayWords(published_on, lang)}`;
    return `${title}${number} của ${publisher}${day}`;
  }
  const day = published_on === null ? '' : `, ${dayWords(published_on, lang)}`;
  return `${title}${number} by ${publisher}${day}`;
};

const undatedWords = (lang: Lang): string => (lang === 'vi' ? 'không rõ ngày công bố' : 'day of publication not known');

/** Days below 10 and the first two months have a zero, as the decree writes them: `05/5/2020`. */
const dayWords = (iso: string, lang: Lang): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (lang === 'en') return `published on ${iso}`;
  return `công bố ngày ${[day, Number(month) < 3 ? month : String(Number(month)), year].filter(Boolean).join('/')}`;
};

const CERTAINTY: Record<Source['certainty'], Record<Lang, string>> = {
  confirmed: { vi: 'độ chắc chắn: đã xác nhận', en: 'certainty: confirmed' },
  derived: { vi: 'độ chắc chắn: suy ra', en: 'certainty: derived' },
  unknown: { vi: 'độ chắc chắn: chưa xác nhận', en: 'certainty: not established' },
};

/** What must be known of the figures beside their source: what is computed here, and what the source itself remarks. */
export const remarks = ({ derived, publisher_ranks, source }: RankingDocument, lang: Lang): string[] => [
  COMPUTED[lang],
  ...(publisher_ranks ? [] : [UNRANKED[lang]]),
  ...(derived === null
    ? []
    : [`${lang === 'vi' ? 'Điểm suy ra, không in sẵn' : 'Derived, not printed'}: ${derived.replace(/\.$/, '')}.`]),
  ...source.notes.map(
    (note) => `${lang === 'vi' ? 'Ghi chú của bộ số liệu' : 'Note of the release'}: ${note.replace(/\.$/, '')}.`,
  ),
];

const COMPUTED: Record<Lang, string> = {
  vi: '“Tính toán” là kết quả tính từ điểm đã công bố; không phải số liệu do cơ quan công bố in.',
  en: '“Computed” is what follows from the scores as released; the publisher did not print it.',
};

const UNRANKED: Record<Lang, string> = {
  vi: 'Cơ quan công bố không xếp hạng từng đơn vị.',
  en: 'The publisher does not rank units one by one.',
};
