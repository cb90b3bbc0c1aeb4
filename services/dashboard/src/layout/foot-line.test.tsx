import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { FootLine } from './foot-line.tsx';

beforeAll(() => {
  vi.stubGlobal('location', { pathname: '/units/VN63-46', search: '' });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const foot = (link: string) => renderToString(<FootLine rows={[]} files={[]} link={link} />);

it('leads from a table to how it is pulled, and from what that page does not know to nowhere', () => {
  expect(foot('/v1/rankings/pci/2019.csv?lang=vi')).toContain('about=rankings%2Fpci%2F2019.csv');
  expect(foot('/v1/analysis/peers.csv?index=pci&unit=VN63-46&lang=vi')).not.toContain('/data');
});
