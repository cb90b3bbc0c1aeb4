import { type PageAddress, parseAddress } from './page-address.ts';
import { recall } from './remembered.ts';

/** The address that a page opens at: what it leaves out and the reader chose once is put in, so that it can be sent on. */
export const settled = (url: string): PageAddress | string => {
  const address = parseAddress(url);
  const unit = address.unit ?? recall('unit');
  if (unit === null || address.page === 'missing') return url;
  const isFront = address.page === 'choice' && new URL(url, location.origin).pathname === '/';
  const { lang, peers } = address;
  return isFront ? { page: 'overview', of: unit, lang, unit, peers } : { ...address, unit };
};
