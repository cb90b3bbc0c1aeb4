import { describe, expect, it } from 'vitest';
import { askedFormat } from './asked-format.ts';

const ask = (url: string, accept?: string) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, , , index = '', period = ''] = pathname.split('/');
  return askedFormat({ url, path: { index, period }, query: Object.fromEntries(searchParams), headers: { accept } });
};

describe('The format that is asked for', () => {
  it('is JSON where nothing is said', () => {
    expect(ask('/v1/rankings/pci/2019')).toEqual({
      format: 'json',
      layout: 'long',
      profile: 'rfc4180',
      value: 'score',
      path: { index: 'pci', period: '2019' },
    });
  });

  it.each([
    ['/v1/rankings/pci/2019?format=csv', undefined, 'csv'],
    ['/v1/rankings/pci/2019.csv', undefined, 'csv'],
    ['/v1/rankings/pci/2019.csv?format=csv', 'application/json', 'csv'],
    ['/v1/rankings/pci/2019', 'text/csv', 'csv'],
    ['/v1/rankings/pci/2019?format=json', 'text/csv', 'json'],
    ['/v1/rankings/pci/2019.xlsx', undefined, 'xlsx'],
    ['/v1/rankings/pci/2019.metadata.json', undefined, 'metadata.json'],
    ['/v1/rankings/pci/2019.json', undefined, 'json'],
    ['/v1/rankings/pci/2019?as_of=2020-01-01.csv', undefined, 'json'],
  ])('of %s with Accept %s is %s', (url, accept, format) => {
    expect(ask(url, accept)).toMatchObject({ format, path: { index: 'pci', period: '2019' } });
  });

  it.each([
    ['text/csv, */*;q=0.1', 'csv'],
    ['application/json, text/csv;q=0.9', 'json'],
    ['text/csv;q=0.9, application/json;q=0.1', 'csv'],
    ['text/csv;q=0', 'json'],
    ['*/*, text/csv;q=0.5', 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['text/csv;q=nonsense', 'json'],
    ['', 'json'],
  ])('by Accept: %s is %s', (accept, format) => {
    expect(ask('/v1/rankings/pci/2019', accept).format).toBe(format);
  });

  it.each([
    ['/v1/rankings/pci/2019.csv?format=json', 'format'],
    ['/v1/rankings/pci/2019?format=pdf', 'format'],
    ['/v1/rankings/pci/2019.csv?profile=excel', 'profile'],
    ['/v1/rankings/pci/2019?profile=excel-vi', 'profile'],
    ['/v1/rankings/pci/2019.xlsx?profile=excel-vi', 'profile'],
    ['/v1/rankings/pci/2019?layout=wide', 'layout'],
    ['/v1/rankings/pci/2019.csv?layout=tall', 'layout'],
    ['/v1/rankings/pci/2019.csv?value=rank', 'value'],
    ['/v1/rankings/pci/2019.csv?layout=wide&value=colour', 'value'],
  ])('is refused by the name of the parameter: %s', (url, parameter) => {
    expect(() => ask(url)).toThrowError(
      expect.objectContaining({ code: 'invalid-parameter', errors: [expect.objectContaining({ parameter })] }),
    );
  });
});
