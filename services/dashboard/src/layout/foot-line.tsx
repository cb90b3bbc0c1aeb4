import type { RankingMeta } from '../data/ranking.ts';
import { dayText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';
import { CopyLink } from './copy-link.tsx';

type Files = { csv: string; csvExcel: string; xlsx: string };

/** Under every figure: where it comes from, which publication, by which rules, and how to take it along. */
export function FootLine({
  meta,
  methodologyName,
  files,
}: {
  meta: RankingMeta;
  methodologyName: string;
  files: Files;
}) {
  const { lang, t } = useWords();
  const { source, publication } = meta;
  const certainty =
    source.certainty === 'confirmed'
      ? null
      : t(source.certainty === 'derived' ? 'certaintyDerived' : 'certaintyUnknown');
  const origin = [source.publisher, source.title, t('kindOfSource', { kind: t(source.kind) }), certainty];
  return (
    <dl class="foot">
      <dt>{t('source')}</dt>
      <dd>
        {origin.filter(Boolean).join(', ')}
        {source.published_on && `, ${t('publishedOn', { date: dayText(lang, source.published_on) })}`}
      </dd>
      {source.document && (
        <>
          <dt>{t('document')}</dt>
          <dd>{source.url ? <a href={source.url}>{source.document}</a> : source.document}</dd>
        </>
      )}
      <dt>{t('publication')}</dt>
      <dd>
        {t('publicationIs', { revision: publication.revision, at: dayText(lang, publication.at) })}
        {publication.reason && `: ${publication.reason}`}
      </dd>
      <dt>{t('methodology')}</dt>
      <dd>{methodologyName}</dd>
      <dt class="screen">{t('download')}</dt>
      <dd class="screen">
        <a href={files.csv} download>
          CSV
        </a>
        {' · '}
        <a href={files.csvExcel} download>
          {t('csvExcel')}
        </a>
        {' · '}
        <a href={files.xlsx} download>
          XLSX
        </a>
        {' · '}
        <CopyLink address={files.csv} />
      </dd>
    </dl>
  );
}
