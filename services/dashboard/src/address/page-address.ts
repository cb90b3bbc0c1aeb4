import type { Lang } from '@chi-so/contract/ranking-response';
import { type Common, listOf, type PageKind } from './page-kind.ts';
import { type ChoiceAddress, choice } from './pages/choice.ts';
import { type ComponentsAddress, components } from './pages/components.ts';
import { type DataAddress, data } from './pages/data.ts';
import { type OverviewAddress, overview } from './pages/overview.ts';
import { type RankingAddress, ranking } from './pages/ranking.ts';
import { type ReleaseAddress, type ReleasesAddress, release, releases } from './pages/releases.ts';
import { type ScorecardAddress, scorecard } from './pages/scorecard.ts';
import { type SignInAddress, signIn } from './pages/sign-in.ts';
import { type SimulationAddress, simulation } from './pages/simulation.ts';
import { type TargetsAddress, targets } from './pages/targets.ts';
import { type TrendAddress, trend } from './pages/trend.ts';

/**
 * What the page shows, read from the URL and written to it: nothing that a reader sees is kept anywhere else. How a
 * page's own part reads stands in `pages/`.
 */
export type PageAddress = (
  | (ChoiceAddress | OverviewAddress | ComponentsAddress | RankingAddress | TrendAddress | SimulationAddress)
  | (
      | ScorecardAddress
      | TargetsAddress
      | ReleasesAddress
      | ReleaseAddress
      | DataAddress
      | SignInAddress
      | MissingAddress
    )
) &
  Common;

type MissingAddress = { page: 'missing'; path: string };

/** As many colours as can be told apart beside the reader's own. */
export const MOST_PEERS = 4;

type Kinds = { [P in Exclude<PageAddress['page'], 'missing'>]: PageKind<Extract<PageAddress, { page: P }>> };
type AnyKind = PageKind<Omit<PageAddress, keyof Common>>;

const KINDS = {
  ...{ choice, overview, components, ranking, trend, simulation, scorecard, targets, releases, release, data, signIn },
} satisfies Record<keyof Kinds, unknown>;
const kindOf = (page: keyof Kinds) => KINDS[page] as unknown as AnyKind;

/** What a URL (path and query) shows. What it does not know, it leaves out; it never fails. */
export const parseAddress = (url: string): PageAddress => {
  const { pathname, searchParams: query } = new URL(url, 'https://page.invalid');
  const segments = pathname.split('/').filter(Boolean).map(decoded);
  const common: Common = {
    lang: langOf(query.get('lang')),
    unit: query.get('unit') || null,
    peers: listOf(query.get('peers')).slice(0, MOST_PEERS),
  };
  for (const page of Object.keys(KINDS) as (keyof Kinds)[]) {
    const kind = kindOf(page);
    const own = kind.parse(segments, query);
    if (own) return { ...own, ...common, unit: kind.unitOf?.(own) ?? common.unit } as PageAddress;
  }
  return { page: 'missing', path: pathname, ...common };
};

/** The URL of what is shown: path and query, defaults left out, so that one thing has one address. */
export const formatAddress = (address: PageAddress): string => {
  const kind = address.page === 'missing' ? null : kindOf(address.page);
  const query = new URLSearchParams();
  const all = {
    ...kind?.query?.(address),
    unit: kind?.unitOf ? null : address.unit,
    peers: address.peers.join(','),
    lang: address.lang,
  };
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value);
  const path =
    address.page === 'missing' ? ownPath(address.path) : `/${kind?.segments(address).map(encoded).join('/')}`;
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return path + (text && `?${text}`);
};

/** Two slashes at the beginning would lead to another host. */
const ownPath = (path: string): string => path.replace(/^[/\\]+/, '/');

const langOf = (text: string | null): Lang | null => (text === 'vi' || text === 'en' ? text : null);

const encoded = (segment: string): string => encodeURIComponent(segment);

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
