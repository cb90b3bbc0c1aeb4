import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../address/page-address.ts';
import { aboutOf, aboutPage, EXAMPLE } from './about.ts';
import { snippetOf, TOOLS } from './snippets.ts';

const DOCUMENT = readFileSync(new URL('../../../../docs/pull.md', import.meta.url), 'utf8');
const districts = aboutOf('rankings/cchc/2020.csv?set=VN63-46&group=districts&lang=vi');
const series = aboutOf('/v1/series?index=papi&unit=VN63-46,VN63-48');
if (!districts || !series) throw new Error('These are addresses of the API');

describe('a way of pulling', () => {
  it.each(TOOLS)('by %s asks for what was looked at, at the system’s own address, and for nothing else', (tool) => {
    const code = snippetOf(DOCUMENT, tool, districts, 'https://chiso.vn');

    expect(code).toContain('https://chiso.vn');
    expect(code).toContain('rankings/cchc/2020');
    expect(code).toMatch(/group(=| = ")districts/);
    expect(code).not.toMatch(/localhost|pci|2019|series\.|\/v1\/series|resolve/);
  });

  it.each(TOOLS)('by %s asks for a series where that was looked at', (tool) => {
    const code = snippetOf(DOCUMENT, tool, series, 'https://chiso.vn');

    expect(code).toMatch(/index(=| = ")papi/);
    expect(code).toContain('VN63-46,VN63-48');
    expect(code).not.toMatch(/localhost|pci|rankings\//);
  });

  it('is the document’s own where nothing else was looked at', () => {
    expect(snippetOf(DOCUMENT, 'pandas', EXAMPLE, 'http://localhost:3000')).toBe(
      [
        'import pandas as pd',
        '',
        'ranking = pd.read_csv("http://localhost:3000/v1/rankings/pci/2019.csv", dtype={"period": str})',
        'print(ranking.sort_values("rank").head(3)[["unit_name_vi", "score", "rank", "rank_published"]].to_csv(index=False))',
      ]
        .filter(Boolean)
        .join('\n'),
    );
  });
});

describe('what was looked at', () => {
  it.each([
    ['/rankings/pci/2019?unit=VN63-46&peers=VN63-48&sort=-score', 'rankings/pci/2019'],
    ['/rankings/cchc/2020?set=VN63-46&group=districts', 'rankings/cchc/2020?set=VN63-46&group=districts'],
    ['/trends/pci?component=land&unit=VN63-46&peers=VN63-48', 'series?index=pci&unit=VN63-46,VN63-48&component=land'],
    ['/trends/pci', null],
    ['/releases', null],
  ])('on the page %s is %s', (page, about) => {
    expect(aboutPage(parseAddress(page))).toBe(about);
  });

  it.each(['', 'nonsense', 'https://elsewhere.example/rankings/pci/2019', 'rankings/pci/2019/"x', 'series'])(
    'is not known for %j',
    (text) => {
      expect(aboutOf(text)).toBeNull();
    },
  );
});
