import { describe, expect, it } from 'vitest';
import { allowedHostsOf, isAllowed } from './allowed-hosts.ts';

const allows = (list: string, url: string) => isAllowed(new URL(url), allowedHostsOf(list));

describe('the list of allowed hosts', () => {
  it('allows a host and nothing above, below or beside it', () => {
    expect(allows('dti.gov.vn', 'https://dti.gov.vn/a')).toBe(true);
    expect(allows('dti.gov.vn', 'https://www.dti.gov.vn/')).toBe(false);
    expect(allows('dti.gov.vn', 'https://gov.vn/')).toBe(false);
    expect(allows('dti.gov.vn', 'https://dti.gov.vn.evil.example/')).toBe(false);
    expect(allows('dti.gov.vn', 'https://xdti.gov.vn/')).toBe(false);
  });

  it('allows every host below an entry that begins with a dot, but not that host itself', () => {
    expect(allows('.gov.vn', 'https://dti.gov.vn/')).toBe(true);
    expect(allows('.gov.vn', 'https://a.b.gov.vn/')).toBe(true);
    expect(allows('.gov.vn', 'https://gov.vn/')).toBe(false);
    expect(allows('.gov.vn', 'https://evilgov.vn/')).toBe(false);
  });

  it('sees through capitals, a dot at the end and Vietnamese letters', () => {
    expect(allows('DTI.gov.vn', 'https://dti.GOV.vn./')).toBe(true);
    expect(allows('chỉ-số.vn', new URL('https://chỉ-số.vn/').href)).toBe(true);
    expect(allows('chỉ-số.vn', 'https://CHỈ-SỐ.vn/')).toBe(true);
  });

  it('allows port 443 alone, unless the entry names another', () => {
    expect(allows('dti.gov.vn', 'https://dti.gov.vn:443/')).toBe(true);
    expect(allows('dti.gov.vn', 'https://dti.gov.vn:8443/')).toBe(false);
    expect(allows('dti.gov.vn:8443', 'https://dti.gov.vn:8443/')).toBe(true);
    expect(allows('dti.gov.vn:8443', 'https://dti.gov.vn/')).toBe(false);
  });

  it('allows nothing where it is empty', () => {
    expect(allowedHostsOf('')).toEqual([]);
    expect(allows(' , ', 'https://dti.gov.vn/')).toBe(false);
  });

  it.each(['https://dti.gov.vn', 'dti.gov.vn/path', 'a b', '.', '*.gov.vn/*', 'user@dti.gov.vn'])(
    'stops the start at an entry that is no host: %s',
    (entry) => {
      expect(() => allowedHostsOf(entry)).toThrow('is not a host');
    },
  );
});
