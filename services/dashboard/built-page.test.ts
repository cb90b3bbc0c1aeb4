import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The page as it is deployed: what a reader's browser is sent. */

const folder = mkdtempSync(join(tmpdir(), 'chi-so-built-'));
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
const read = (name: string) => readFileSync(join(folder, name));
const scripts = () => files().filter((name) => name.endsWith('.js'));

/** A script and all that it cannot run without; what it may fetch later is not among them. */
const withImports = (name: string, known: string[] = []): string[] => {
  if (known.includes(name)) return known;
  const imported = [
    ...read(name)
      .toString()
      .matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g),
  ];
  return imported.reduce((all, [, file]) => withImports(`assets/${file}`, all), [...known, name]);
};

beforeAll(async () => {
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error', mode: 'production', build: { outDir: folder } });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the built page', () => {
  it('sends at most 150 KB of compressed script before the first ranking stands', () => {
    const [, entry = ''] = /<script[^>]* src="\/([^"]+)"/.exec(read('index.html').toString()) ?? [];
    const first = withImports(entry);

    expect(first.length).toBeLessThan(scripts().length);
    expect(first.reduce((sum, name) => sum + gzipSync(read(name)).length, 0)).toBeLessThan(150 * 1024);
  });

  it('has nothing of the schemas that the API checks by: their types are enough', () => {
    expect(scripts().filter((name) => /ZodError|~standard/.test(read(name).toString()))).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const hosts = files()
      .filter((name) => /\.(js|css|html|svg)$/.test(name))
      .flatMap(
        (name) =>
          read(name)
            .toString()
            .match(/\bhttps?:\/\/[^\s"'`)]+/g) ?? [],
      );

    // The documentation's own address, in whose place the page puts the one that it has itself.
    expect(hosts.filter((host) => !/^https?:\/\/(www\.w3\.org|localhost:3000|page\.invalid)/.test(host))).toEqual([]);
  });

  it('names every file but the documents by what is in it, so that it can be kept for good', () => {
    const documents = ['favicon.svg', 'index.html'];

    expect(
      files()
        .filter((name) => !name.startsWith('assets/'))
        .sort(),
    ).toEqual(documents);
    expect(files().filter((name) => name.startsWith('assets/') && !/-[\w-]{8}\.\w+$/.test(name))).toEqual([]);
  });
});
