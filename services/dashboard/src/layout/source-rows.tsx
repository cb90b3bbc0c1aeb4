import type { RankingMeta } from '../data/ranking.ts';
import { dayText } from '../words/figures.ts';
import type { Words } from '../words/language.tsx';
import type { FootRow } from './foot-line.tsx';
import { OutsideLink } from './outside-link.tsx';

type Origin = Pick<RankingMeta, 'source' | 'publication'>;

/** Where a release comes from, how certain that is, and which publication of it is shown. */
export const sourceRows = ({ source, publication }: Origin, { lang, t }: Words): FootRow[] => [
  { label: t('source'), content: sourceText({ source }, { lang, t }) },
  {
    label: t('document'),
    content: source.document && <OutsideLink url={source.url}>{source.document}</OutsideLink>,
  },
  {
    label: t('publication'),
    content:
      t('publicationIs', { revision: publication.revision, at: dayText(lang, publication.at) }) +
      (publication.reason ? `: ${publication.reason}` : ''),
  },
];

/** The source in one line, as it stands under a picture too. */
export const sourceText = ({ source }: Pick<Origin, 'source'>, { lang, t }: Words): string =>
  [
    source.publisher,
    source.title,
    t('kindOfSource', { kind: t(source.kind) }),
    source.certainty === 'confirmed' ? null : t(CERTAINTY[source.certainty]),
    source.published_on ? t('publishedOn', { date: dayText(lang, source.published_on) }) : null,
  ]
    .filter(Boolean)
    .join(', ');

const CERTAINTY = { derived: 'certaintyDerived', unknown: 'certaintyUnknown' } as const;
