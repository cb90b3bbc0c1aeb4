import { TOTAL } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';

/** What a reader was looking at, as the API has it: a ranking or a series, by path and query. */
export type About = { kind: 'ranking' | 'series'; path: string; query: URLSearchParams };

/** What the page shows to whoever comes from nowhere: the documentation's own example. */
export const EXAMPLE: About = { kind: 'ranking', path: 'rankings/pci/2019', query: new URLSearchParams() };

/** Reads `rankings/pci/2019.csv?set=VN63`, with or without `/v1/` before it; null for what is neither kind. */
export const aboutOf = (text: string | null): About | null => {
  const [path = '', query = ''] = (text ?? '').replace(/^\/?(v1\/)?(exports\/)?/, '').split('?');
  const plain = path.replace(/\.(csv|xlsx|json)$/, '');
  const parameters = new URLSearchParams(query);
  // How it is written is chosen with each way to take it along.
  for (const name of ['lang', 'format', 'profile', 'layout', 'value']) parameters.delete(name);
  if (/^rankings\/[\w-]+\/[\w-]+$/.test(plain)) return { kind: 'ranking', path: plain, query: parameters };
  if (plain === 'series' && parameters.has('index')) return { kind: 'series', path: plain, query: parameters };
  return null;
};

/** What is shown by the page at an address, for `?about=`; null where it is no one table. */
export const aboutPage = (address: PageAddress): string | null => {
  if (address.page === 'data') return address.about;
  if (address.page === 'ranking') {
    const { index, period, set, edition, group, component } = address;
    return written(`rankings/${index}/${period}`, { set, edition, group, component: unlessTotal(component) });
  }
  if (address.page === 'trend') {
    const { index, component, edition, basis, unit, peers } = address;
    const units = [unit, ...peers].filter(Boolean).join(',');
    return units === ''
      ? null
      : written('series', { index, unit: units, component: unlessTotal(component), edition, basis });
  }
  return null;
};

const unlessTotal = (component: string): string | null => (component === TOTAL ? null : component);

/** Path and query, commas as they are. */
export const written = (path: string, query: URLSearchParams | Readonly<Record<string, string | null>>): string => {
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const given = entries.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  const text = new URLSearchParams(given).toString().replaceAll('%2C', ',');
  return path + (text && `?${text}`);
};
