import type { ComponentChildren } from 'preact';
import { useAddress } from '../address/navigation.ts';
import { formatAddress } from '../address/page-address.ts';
import { aboutOf } from '../pull/about.ts';
import { useWords } from '../words/language.tsx';
import { CopyLink } from './copy-link.tsx';

/** A label, and what it says; null where there is nothing to say. */
export type FootRow = { label: string; content: ComponentChildren };

/** A file of the API with these figures, by its address. */
export type FigureFile = { name: string; address: string };

type Props = {
  rows: readonly FootRow[];
  files: readonly FigureFile[];
  /** The file that a spreadsheet reads from its address. */
  link: string;
};

/** Under every figure: where it comes from, which publication, by which rules, and how to take it along. */
export function FootLine({ rows, files, link }: Props) {
  const { t } = useWords();
  const here = useAddress();
  const about = link.replace(/^\/v1\//, '').replace(/[?&]lang=\w+/, '');
  return (
    <dl class="foot">
      {rows
        .filter(({ content }) => content !== null)
        .map(({ label, content }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      <div class="screen">
        <dt>{t('download')}</dt>
        <dd>
          {files.map(({ name, address }) => (
            <span key={name}>
              <a href={address} download>
                {name}
              </a>
              {' · '}
            </span>
          ))}
          <CopyLink address={link} />
          {aboutOf(about) !== null && (
            <>
              {' · '}
              <a href={formatAddress({ page: 'data', about, lang: here.lang, unit: here.unit, peers: here.peers })}>
                {t('pullThis')}
              </a>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
