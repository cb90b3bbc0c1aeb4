import { useEffect, useState } from 'preact/hooks';
import { formatAddress, type PageAddress, parseAddress } from './page-address.ts';

/** The browser's address bar as state: every link is a real one, so Back, Forward and a middle click do what they do. */

const CHANGED = 'chiso:address';

const current = (): PageAddress => parseAddress(location.pathname + location.search);

/** The address now, again at every change of it. */
export const useAddress = (): PageAddress => {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const changed = () => setAddress(current());
    for (const name of ['popstate', CHANGED]) window.addEventListener(name, changed);
    return () => {
      for (const name of ['popstate', CHANGED]) window.removeEventListener(name, changed);
    };
  }, []);
  return address;
};

/** Goes there. `replace`: without a step for Back, for what is typed letter by letter or was only left out. */
export const goTo = (address: PageAddress | string, how: 'push' | 'replace' = 'push'): void => {
  const url = typeof address === 'string' ? address : formatAddress(address);
  if (url === location.pathname + location.search) return;
  const isOtherPage = parseAddress(url).page !== current().page;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url);
  dispatchEvent(new Event(CHANGED));
  if (isOtherPage && how === 'push') scrollTo(0, 0);
};

/** Follows plain clicks on links to pages without loading the document anew; gives a function that ends it. */
export const followLinks = (root: HTMLElement): (() => void) => {
  const clicked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || !isOfPage(link)) return;
    event.preventDefault();
    goTo(link.pathname + link.search);
  };
  root.addEventListener('click', clicked);
  return () => root.removeEventListener('click', clicked);
};

const isOfPage = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin &&
  !link.hash &&
  !link.target &&
  !link.hasAttribute('download') &&
  !/^\/(v1|docs)(\/|$)/.test(link.pathname);
