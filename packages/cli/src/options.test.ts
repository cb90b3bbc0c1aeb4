import { describe, expect, it } from 'vitest';
import { askedFor } from './options.ts';
import { usageOf } from './usage.ts';

describe('a command line', () => {
  it('asks for a file to be brought in, with what its sender says of it in the names of the API', () => {
    const line = 'ingest a.xlsx b.csv --index pci --published-on 2024-05-06 --source-url https://x.vn --dry-run --json';
    expect(askedFor(line.split(' '))).toMatchObject({
      kind: 'ingest',
      lang: 'vi',
      files: ['a.xlsx', 'b.csv'],
      said: { index: 'pci', published_on: '2024-05-06', url: 'https://x.vn' },
      isDryRun: true,
      isPublished: false,
      isJson: true,
    });
  });

  it.each([
    ['an unknown option', ['ingest', 'a.xlsx', '--yes'], /--yes/],
    ['an unknown command', ['digest', 'a.xlsx'], /digest/],
    ['no file', ['ingest', '--dry-run'], /No file/],
    ['an option without its value', ['ingest', 'a.xlsx', '--index'], /--index/],
    ['an acknowledgement without a reason', ['ingest', 'a', '--publish', '--acknowledge', 'all'], /--reason/],
    [
      'an acknowledgement of what is not published',
      ['ingest', 'a', '--acknowledge', 'x', '--reason', 'y'],
      /--publish/,
    ],
    ['an extent that there is not', ['ingest', 'a', '--extent', 'most'], /complete, top, partial/],
    ['a time without its offset', ['ingest', 'a', '--publish-at', '2027-01-01T02:00:00'], /offset/],
  ])('is wrong with %s', (_, args, why) => {
    const asked = askedFor([...args, '--lang', 'en']);
    expect(asked.kind).toBe('wrong');
    expect(asked.kind === 'wrong' && asked.why.en).toMatch(why);
    expect(asked.lang).toBe('en');
  });

  it('asks for help with --help, of one command or of all, and with nothing at all', () => {
    expect(askedFor([])).toEqual({ kind: 'help', lang: 'vi', about: null });
    expect(askedFor(['ingest', '--help', '--lang', 'en'])).toEqual({ kind: 'help', lang: 'en', about: 'ingest' });
    expect(askedFor(['help', 'drill'])).toEqual({ kind: 'help', lang: 'vi', about: 'drill' });
    for (const about of [null, 'ingest', 'export', 'import', 'rebuild', 'drill'] as const) {
      expect(usageOf(about).vi).toContain(about ?? 'drill');
      expect(usageOf(about).en).toContain(about ?? 'drill');
    }
  });

  it('takes a time of publication in the clock of its writer, and means to publish', () => {
    expect(askedFor(['ingest', 'a', '--publish-at', '2027-01-01T09:00:00+07:00'])).toMatchObject({
      isPublished: true,
      publishAt: '2027-01-01T02:00:00.000Z',
    });
  });

  it('names rules in a list, or all of them', () => {
    const rulesOf = (given: string) => askedFor(['ingest', 'a', '--publish', '--acknowledge', given, '--reason', 'r']);
    expect(rulesOf('conflict, decimals')).toMatchObject({ acknowledge: ['conflict', 'decimals'] });
    expect(rulesOf('all')).toMatchObject({ acknowledge: 'all' });
  });
});

describe('a command line of an operator', () => {
  const en = (line: string) => askedFor([...line.split(' '), '--lang', 'en']);

  it('asks for an export, an import, a rebuild or a drill of the tables that run here', () => {
    expect(en('export a.ndjson')).toMatchObject({ kind: 'export', file: 'a.ndjson', tables: {} });
    expect(en('import a.ndjson --json')).toMatchObject({ kind: 'import', file: 'a.ndjson', isJson: true });
    expect(en('rebuild --index pci --verify')).toMatchObject({ kind: 'rebuild', index: 'pci', isVerifiedOnly: true });
    expect(en('rebuild --all')).toMatchObject({ kind: 'rebuild', isVerifiedOnly: false, showsAll: true });
    expect(en('drill')).toMatchObject({ kind: 'drill' });
  });

  it('may name the tables of another system', () => {
    expect(en('drill --records R --rankings K --region ap-southeast-1')).toMatchObject({
      tables: { records: 'R', rankings: 'K', region: 'ap-southeast-1' },
    });
  });

  it.each([
    ['no file', 'export', /export needs exactly one file/],
    ['two files', 'import a b', /import needs exactly one file/],
    ['a file where there is none', 'drill a', /drill takes no names: a/],
    ['an option of another command', 'export a --publish', /--publish/],
    ['half of an address', 'export a --endpoint http://localhost:1', /go with --records/],
    ['one table of two', 'rebuild --records R', /needs --rankings/],
  ])('is wrong with %s', (_, line, why) => {
    const asked = en(line);
    expect(asked).toMatchObject({ kind: 'wrong', about: line.split(' ')[0] });
    expect(asked.kind === 'wrong' && asked.why.en).toMatch(why);
  });
});
