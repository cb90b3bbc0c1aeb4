import type { Lang } from '@chi-so/contract/ranking-response';
import { formatAddress, type PageAddress, rankingOf } from '../address/page-address.ts';
import { useWords } from '../words/language.tsx';

/** The way around: the pages, the reader's province and the other language, on every page. */
export function PageHeader({ address }: { address: PageAddress }) {
  const { lang, t } = useWords();
  const { unit, peers } = address;
  const home = unit
    ? formatAddress({ page: 'overview', of: unit, lang: address.lang, unit, peers })
    : formatAddress({ page: 'choice', lang: address.lang, unit, peers });
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  const current = (page: PageAddress['page']) => (address.page === page ? 'page' : undefined);
  return (
    <header class="top">
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <a class="name" href={home}>
        {t('app')}
      </a>
      <nav aria-label={t('mainMenu')}>
        <a href={home} aria-current={current('overview')}>
          {t('overview')}
        </a>
        <a
          href={address.page === 'ranking' ? formatAddress(address) : formatAddress(rankingOf(address, 'pci'))}
          aria-current={current('ranking')}
        >
          {t('rankings')}
        </a>
      </nav>
      <div class="aside">
        <a href={formatAddress({ page: 'choice', lang: address.lang, unit, peers })} aria-current={current('choice')}>
          {t('changeUnit')}
        </a>
        <a href="/docs">{t('reference')}</a>
        <a href={formatAddress({ ...address, lang: other })} lang={other} hreflang={other}>
          {t('otherLanguage')}
        </a>
      </div>
    </header>
  );
}
