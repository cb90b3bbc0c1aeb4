import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './page-address.ts';
import { rankingOf } from './pages/ranking.ts';

describe('an address', () => {
  it.each([
    '/units',
    '/units/VN63-46',
    '/units/VN63-46.so-noi-vu?lang=en',
    '/rankings/pci/2019',
    '/rankings/pci/2019?unit=VN63-46&peers=VN63-48,VN63-49',
    '/rankings/dti/2024?set=VN34&component=digital-government&sort=-score&find=Hu%E1%BA%BF&lang=vi',
    '/rankings/cchc/2020?set=VN63-46&edition=communes&group=districts',
    '/rankings/pci/2025-H1?sort=-rank&map=outlines',
    '/trends/pci?component=land&basis=VN34&unit=VN63-46&peers=VN63-48',
    '/units/VN63-46/pci/2019?against=median&target=rank:10',
    '/simulate/pci/2019?change=VN63-46:land:7.5,VN63-46:time:8&others=trend&target=rank:10&unit=VN63-46',
    '/cchc/VN63-46/2020',
    '/cchc/VN63-46/2020?set=VN63-46&edition=communes&open=VN63-46.so-noi-vu&component=a1',
    '/targets/VN63-46/2026',
    '/targets/VN63-46.so-noi-vu/2026?version=2',
    '/releases?index=pci',
    '/releases?index=cchc&set=VN63-46&until=40',
    '/releases/pci/VN63/2019?revision=2',
    '/data?about=rankings%2Fpci%2F2019.csv',
    '/sign-in?to=%2Ftargets%2FVN63-46%2F2026',
    '/sign-in?to=%2Ftargets%2FVN63-46%2F2026&code=abc&state=mine&lang=en',
    '/no/such/page?lang=en',
  ])('says all that is shown, and nothing else: %s', (url) => {
    expect(formatAddress(parseAddress(url))).toBe(url);
  });

  it.each([
    ['/', '/units'],
    ['/rankings', '/rankings/pci/latest'],
    ['/rankings/papi', '/rankings/papi/latest'],
    ['/rankings/pci/2019?component=total&sort=rank&lang=fr&utm=1', '/rankings/pci/2019'],
    ['/rankings/pci/2019?sort=nonsense&peers=,,', '/rankings/pci/2019'],
    ['/trends?basis=as_published&component=total', '/trends/pci'],
    ['/units/%ff', '/units/%25ff'],
    ['/releases/pci/VN63/2019?revision=two', '/releases/pci/VN63/2019'],
    ['/releases?until=-1', '/releases'],
    ['/.//example.org/x', '/example.org/x'],
    ['/..//\\example.org', '/example.org'],
  ])('is one for one thing: %s is %s', (url, same) => {
    expect(formatAddress(parseAddress(url))).toBe(same);
  });

  it('has up to four peers, each once', () => {
    expect(parseAddress('/rankings?peers=a,b,a,c,d,e').peers).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of a unit’s overview makes it the unit that rankings are seen from', () => {
    const overview = parseAddress('/units/VN63-46?peers=VN63-48');

    expect(formatAddress(rankingOf(overview, 'pci', '2019'))).toBe('/rankings/pci/2019?unit=VN63-46&peers=VN63-48');
  });
});
