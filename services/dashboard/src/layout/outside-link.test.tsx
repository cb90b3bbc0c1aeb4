import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { OutsideLink } from './outside-link.tsx';

const linked = (url: string | null) => renderToString(<OutsideLink url={url}>1149/QĐ-BNV</OutsideLink>);

it('leads to addresses of the web', () => {
  expect(linked('https://pcivietnam.vn/')).toBe('<a href="https://pcivietnam.vn/">1149/QĐ-BNV</a>');
});

it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'pcivietnam.vn', '', null])(
  'only names the document where its address is another one: %s',
  (url) => {
    expect(linked(url)).toBe('1149/QĐ-BNV');
  },
);
