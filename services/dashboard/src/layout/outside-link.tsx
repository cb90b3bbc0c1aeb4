import type { ComponentChildren } from 'preact';

/** A link to where a document is, as far as its address is one of the web: any other could run a script in this page. */
export function OutsideLink({ url, children }: { url: string | null; children: ComponentChildren }) {
  return isOfWeb(url) ? <a href={url}>{children}</a> : children;
}

const isOfWeb = (url: string | null): url is string =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
