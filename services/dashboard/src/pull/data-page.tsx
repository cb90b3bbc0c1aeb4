import document_ from '../../../../docs/pull.md?raw';
import client from '../../../../packages/client/example.ts?raw';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { DataAddress } from '../address/pages/data.ts';
import { loadListedReleases } from '../data/releases.ts';
import { useAnswer } from '../data/use-answer.ts';
import { CopyText } from '../layout/copy-text.tsx';
import { AnswerState } from '../layout/states.tsx';
import { useTitle } from '../layout/use-title.ts';
import { shortIndexName, useWords } from '../words/language.tsx';
import { type About, aboutOf, EXAMPLE, written } from './about.ts';
import { snippetOf, TOOLS } from './snippets.ts';

/** **Dữ liệu**: how to take what was looked at into other programs, each way ready to copy. */
export function DataPage({ address }: { address: PageAddress & DataAddress }) {
  const { lang, t } = useWords();
  const known = aboutOf(address.about);
  const about = known ?? EXAMPLE;
  const what = nameOf(about);
  useTitle(t('dataTitle'));
  return (
    <main id="content" tabIndex={-1}>
      <h1>{t('dataTitle')}</h1>
      <p class="lead">{t('dataLead', { what })}</p>
      {address.about !== null && known === null && (
        <p class="state" role="alert">
          {t('aboutUnknown', { about: address.about, what })}
        </p>
      )}
      <section aria-labelledby="addresses">
        <h2 id="addresses">{t('addressesOf', { what })}</h2>
        <Addresses about={about} />
      </section>
      {TOOLS.map((tool) => (
        <section key={tool} aria-labelledby={`by-${tool}`}>
          <h2 id={`by-${tool}`}>{TITLES[tool]}</h2>
          <p class="quiet">{t(`how-${tool}`)}</p>
          <Code text={snippetOf(document_, tool, about, location.origin)} label={TITLES[tool]} />
        </section>
      ))}
      <section aria-labelledby="by-client">
        <h2 id="by-client">{t('byClient')}</h2>
        <p class="quiet">{t('how-client')}</p>
        <Code text={client.replaceAll('http://localhost:3000', location.origin).trimEnd()} label={t('byClient')} />
      </section>
      <WholeIndices address={address} />
      <section aria-labelledby="reference">
        <h2 id="reference">{t('referenceTitle')}</h2>
        <p>
          <a href={`/docs?lang=${lang}`}>{t('everyRoute')}</a> · <a href="/v1/openapi.json">OpenAPI 3.1</a>
        </p>
      </section>
    </main>
  );
}

const TITLES = {
  excel: 'Excel (Power Query)',
  sheets: 'Google Sheets',
  'power-bi': 'Power BI',
  grafana: 'Grafana',
  curl: 'curl',
  pandas: 'Python (pandas)',
  r: 'R',
} as const;

const nameOf = ({ path, query }: About): string =>
  path === 'series'
    ? `${shortIndexName(query.get('index') ?? '')} (${query.get('unit') ?? ''})`
    : path.split('/').slice(1).map(shortIndexName).join(' ') + [...query].map(([, value]) => `, ${value}`).join('');

function Addresses({ about: { path, query } }: { about: About }) {
  const { lang, t } = useWords();
  const withMore = (more: readonly (readonly [string, string])[]) =>
    new URLSearchParams([...query, ...more.map(([name, value]) => [name, value] as [string, string])]);
  const files = [
    ['CSV', written(`${path}.csv`, query)],
    [t('csvExcel'), written(`${path}.csv`, withMore([['profile', 'excel-vi']]))],
    ['XLSX', written(`${path}.xlsx`, query)],
    ['JSON', written(path, withMore([['lang', lang]]))],
    [t('columnMeanings'), written(`${path}.metadata.json`, query)],
  ] as const;
  return (
    <dl class="foot addresses">
      {files.map(([name, file]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <a href={`/v1/${file}`}>{`${location.origin}/v1/${file}`}</a>{' '}
            <CopyText text={`${location.origin}/v1/${file}`} label={t('copyOf', { what: name })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  return (
    <div class="snippet">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyText text={text} label={t('copyOf', { what: label })} />
    </div>
  );
}

/** Files with all periods and components of an index. */
function WholeIndices({ address }: { address: PageAddress }) {
  const { lang, t } = useWords();
  const answer = useAnswer(lang, () => loadListedReleases(lang));
  const indices = [...new Set(answer.value?.map(({ index }) => index))].toSorted();
  return (
    <section aria-labelledby="whole-indices">
      <h2 id="whole-indices">{t('wholeIndices')}</h2>
      <p class="quiet">{t('wholeIndicesAbout')}</p>
      <AnswerState answer={answer} />
      <table class="listed narrow">
        <caption class="hidden">{t('wholeIndices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indexColumn')}</th>
            <th scope="col">{t('download')}</th>
          </tr>
        </thead>
        <tbody>
          {indices.map((index) => (
            <tr key={index}>
              <th scope="row">
                <a href={formatAddress({ ...address, page: 'releases', index, set: null, until: null })}>
                  {shortIndexName(index)}
                </a>
              </th>
              <td>
                {(['csv', 'zip'] as const).map((format, i) => (
                  <span key={format}>
                    {i > 0 && ' · '}
                    <a href={`/v1/exports/indices/${index}.${format}`} download>
                      {format === 'zip' ? t('zipWithMeta') : 'CSV'}
                    </a>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
