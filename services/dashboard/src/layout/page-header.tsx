import type { Lang } from '@chi-so/contract/ranking-response';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import type { Common } from '../address/page-kind.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import { scorecardOf } from '../address/pages/scorecard.ts';
import { simulationOf } from '../address/pages/simulation.ts';
import { targetsOf } from '../address/pages/targets.ts';
import { trendOf } from '../address/pages/trend.ts';
import { aboutPage } from '../pull/about.ts';
import { signInFrom } from '../session/sign-in-link.tsx';
import { useClaims } from '../session/token.ts';
import type { Word } from '../words/dictionary.ts';
import { useWords } from '../words/language.tsx';

/** The way around: the pages, the reader's province and the other language, on every page. */
export function PageHeader({ address }: { address: PageAddress }) {
  const { lang, t } = useWords();
  const claims = useClaims();
  const { lang: asked, unit, peers } = address;
  const choice: PageAddress = { page: 'choice', lang: asked, unit, peers };
  const home: PageAddress = unit ? { page: 'overview', of: unit, lang: asked, unit, peers } : choice;
  const index = 'index' in address ? (address.index ?? 'pci') : 'pci';
  const pages: readonly (readonly [Word, PageAddress])[] = [
    ['overview', home],
    ['rankings', rankingOf(address, index)],
    ['trends', trendOf(address, index)],
    ['simulation', simulationOf(address, index)],
    ...(unit ? pagesOf({ lang: asked, unit, peers }, unit) : []),
    ['releases', { page: 'releases', index: null, set: null, until: null, lang: asked, unit, peers }],
    ['data', { page: 'data', about: aboutPage(address), lang: asked, unit, peers }],
  ];
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  return (
    <header class="top">
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <a class="name" href={formatAddress(home)}>
        {t('app')}
      </a>
      <nav aria-label={t('mainMenu')}>
        {pages.map(([word, to]) => (
          <a
            key={word}
            href={formatAddress(to.page === address.page ? address : to)}
            aria-current={to.page === address.page ? 'page' : undefined}
          >
            {t(word)}
          </a>
        ))}
      </nav>
      <div class="aside">
        <a href={formatAddress(choice)} aria-current={address.page === 'choice' ? 'page' : undefined}>
          {t('changeUnit')}
        </a>
        <a
          href={formatAddress(signInFrom(address))}
          aria-current={address.page === 'signIn' ? 'page' : undefined}
          title={claims ? t('signedInAs', { subject: claims.subject || t('nameless') }) : undefined}
        >
          {claims ? claims.subject || t('nameless') : t('signIn')}
        </a>
        <a href="/docs">{t('reference')}</a>
        <a href={formatAddress({ ...address, lang: other })} lang={other} hreflang={other}>
          {t('otherLanguage')}
        </a>
      </div>
    </header>
  );
}

/** Pages that are about one unit only. */
const pagesOf = (common: Common, unit: string): (readonly [Word, PageAddress])[] => [
  ['scorecards', { ...scorecardOf(unit), ...common }],
  ['targets', { ...targetsOf(unit), ...common }],
];
