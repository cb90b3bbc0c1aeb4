import { describe, expect, it } from 'vitest';
import { askedFor } from './options.ts';

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

  it('asks for help with --help, and with nothing at all', () => {
    expect(askedFor([])).toEqual({ kind: 'help', lang: 'vi' });
    expect(askedFor(['ingest', '--help', '--lang', 'en'])).toEqual({ kind: 'help', lang: 'en' });
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
