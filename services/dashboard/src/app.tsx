import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { followLinks, useAddress } from './address/navigation.ts';
import { formatAddress, type PageAddress } from './address/page-address.ts';
import { remember } from './address/remembered.ts';
import { Boundary } from './layout/boundary.tsx';
import { lazyPage } from './layout/lazy-page.tsx';
import { PageHeader } from './layout/page-header.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { UnitChoicePage } from './overview/unit-choice-page.tsx';
import { RankingPage } from './ranking/ranking-page.tsx';
import { say } from './words/dictionary.ts';
import { dayText } from './words/figures.ts';
import { Language, languageOf } from './words/language.tsx';

/** The page that the address asks for, in the reader's language. */
export function App() {
  const address = useAddress();
  const lang = languageOf(address.lang);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.documentElement.lang = lang;
    if (address.lang) remember('lang', address.lang);
  }, [lang, address.lang]);
  // Whoever cannot see that the page is another one is taken to it, as a new document would.
  const pageBefore = useRef(address.page);
  useEffect(() => {
    if (address.page !== pageBefore.current) document.getElementById('content')?.focus({ preventScroll: true });
    pageBefore.current = address.page;
  }, [address.page]);
  useEffect(() => (root.current ? followLinks(root.current) : undefined), []);
  return (
    <Language.Provider value={lang}>
      <div ref={root}>
        <PageHeader address={address} />
        <Boundary words={say(lang, 'pageFailed')} at={formatAddress(address)} key={address.page}>
          <Page address={address} />
        </Boundary>
        <footer class="bottom">
          <p>{say(lang, 'licence')}</p>
          <p class="print">{say(lang, 'printed', { date: dayText(lang, new Date().toISOString()) })}</p>
        </footer>
      </div>
    </Language.Provider>
  );
}

type PageOf<P> = ComponentType<{ address: Extract<PageAddress, { page: P }> }>;

/** The first pages that a reader opens are here with their script; the others bring theirs. */
const PAGES: { [P in PageAddress['page']]?: PageOf<P> } = {
  choice: UnitChoicePage,
  overview: OverviewPage,
  ranking: RankingPage,
  trend: lazyPage(() => import('./trend/trend-page.tsx').then((page) => page.TrendPage)),
  components: lazyPage(() => import('./components/components-page.tsx').then((page) => page.ComponentsPage)),
  simulation: lazyPage(() => import('./simulation/simulation-page.tsx').then((page) => page.SimulationPage)),
  scorecard: lazyPage(() => import('./scorecard/scorecard-page.tsx').then((page) => page.ScorecardPage)),
  targets: lazyPage(() => import('./targets/targets-page.tsx').then((page) => page.TargetsPage)),
  signIn: lazyPage(() => import('./session/sign-in-page.tsx').then((page) => page.SignInPage)),
  releases: lazyPage(() => import('./releases/releases-page.tsx').then((page) => page.ReleasesPage)),
  release: lazyPage(() => import('./release/release-page.tsx').then((page) => page.ReleasePage)),
  data: lazyPage(() => import('./pull/data-page.tsx').then((page) => page.DataPage)),
};

function Page({ address }: { address: PageAddress }) {
  const Shown = PAGES[address.page] as ComponentType<{ address: PageAddress }> | undefined;
  if (Shown) return <Shown address={address} />;
  return (
    <main id="content" tabIndex={-1}>
      <h1>{say(languageOf(address.lang), 'noSuchPage', { path: formatAddress(address).split('?')[0] ?? '' })}</h1>
    </main>
  );
}
