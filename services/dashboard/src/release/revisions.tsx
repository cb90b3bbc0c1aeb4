import type { PageAddress } from '../address/page-address.ts';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { apiAddress } from '../data/get.ts';
import type { ReleaseHistory } from '../data/releases.ts';
import { FootLine, type FootRow } from '../layout/foot-line.tsx';
import { OutsideLink } from '../layout/outside-link.tsx';
import { sourceText } from '../layout/source-rows.tsx';
import { instantText } from '../words/figures.ts';
import { useWords, type Words } from '../words/language.tsx';

type Props = { address: PageAddress & ReleaseAddress; history: ReleaseHistory };
type Revision = ReleaseHistory['meta']['revisions'][number];

/** Every revision that was ever official, with its source: the newest first. */
export function Revisions({ address, history: { meta } }: Props) {
  const words = useWords();
  const { lang, t } = words;
  const { index, period, set, edition } = address;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{t('revisions')}</h2>
      {meta.revisions.toReversed().map((one) => {
        const query = { set, edition, revision: String(one.revision) };
        const path = `rankings/${index}/${period}`;
        const csv = apiAddress(`${path}.csv`, query, lang);
        const isShown = one.revision === meta.release.revision;
        return (
          <div key={one.revision} class="revision">
            <h3>
              {t('revisionNumber', { revision: one.revision })}
              {isShown && `, ${t('isPublishedNow')}`}
            </h3>
            <FootLine
              rows={revisionRows(one, words)}
              files={[
                { name: 'CSV', address: csv },
                { name: 'XLSX', address: apiAddress(`exports/${path}.xlsx`, query, lang) },
              ]}
              link={csv}
            />
          </div>
        );
      })}
    </section>
  );
}

const revisionRows = (one: Revision, words: Words): FootRow[] => {
  const { lang, t } = words;
  const { source } = one;
  return [
    { label: t('source'), content: sourceText({ source }, words) },
    { label: t('said-certainty'), content: t(`certainty-${source.certainty}`) },
    {
      label: t('document'),
      content: source.document && <OutsideLink url={source.url}>{source.document}</OutsideLink>,
    },
    { label: t('signatory'), content: source.signatory },
    { label: t('released'), content: source.published_on ? null : t('dateUnknown') },
    { label: t('recorded'), content: instantText(lang, one.recorded_at) },
    { label: t('reasonOfRevision'), content: one.reason },
    {
      label: t('extent'),
      content: `${t(`extent-${one.extent}`)}: ${t('contentOf', { units: one.units, components: one.components.length })}`,
    },
    {
      label: t('methodology'),
      content: t('methodologyVersion', { methodology: one.methodology, version: one.methodology_version }),
    },
    { label: t('notes'), content: source.notes.length > 0 ? source.notes.join(' ') : null },
    { label: 'SHA-256', content: <code>{one.sha256}</code> },
  ];
};
