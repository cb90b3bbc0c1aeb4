import { describe, expect, it } from 'vitest';
import { bulkAnswer, describedBy, exportAnswer, movedFile } from './export-address.ts';

describe('The address of a file', () => {
  it.each([
    ['/v1/rankings/pci/2019.xlsx?set=VN63', '/v1/exports/rankings/pci/2019.xlsx?set=VN63'],
    ['/v1/rankings/pci/2019?format=xlsx&lang=en', '/v1/exports/rankings/pci/2019.xlsx?lang=en'],
    [
      '/v1/series?index=pci&unit=VN63-46&format=xlsx&layout=wide',
      '/v1/exports/series.xlsx?index=pci&unit=VN63-46&layout=wide',
    ],
    ['/v1/units?format=xlsx', '/v1/exports/units.xlsx'],
  ])('of the workbook of %s is %s, for good', (url, location) => {
    expect(exportAnswer({ url }, 'xlsx')).toMatchObject({ status: 308, headers: { location } });
  });

  it('of the columns of a file says nothing of its form', () => {
    expect(describedBy({ url: '/v1/series.csv?index=pci&unit=VN63-46&layout=wide&profile=excel-vi' })).toBe(
      '</v1/exports/series.metadata.json?index=pci&unit=VN63-46>; rel="describedby"; type="application/json"',
    );
  });

  it('of all figures of an index is among the exports', () => {
    expect(bulkAnswer({ url: '/v1/indices/pci.zip' })).toMatchObject({
      status: 308,
      headers: { location: '/v1/exports/indices/pci.zip' },
    });
  });

  it.each([
    ['/v1/series.xlsx?index=pci', '/v1/exports/series.xlsx?index=pci'],
    ['/v1/units.metadata.json', '/v1/exports/units.metadata.json'],
  ])('is found from %s, which no route fits', (url, location) => {
    expect(movedFile({ url })).toMatchObject({ headers: { location } });
  });

  it.each(['/v1/rankings.xlsx', '/v1/nonsense.xlsx', '/v1/series.pdf', '/v1/series', '/v1/a/series.xlsx'])(
    'is none from %s',
    (url) => {
      expect(movedFile({ url })).toBeUndefined();
    },
  );
});
