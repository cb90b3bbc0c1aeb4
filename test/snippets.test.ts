import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, it } from 'vitest';
import type { Json } from './support/client.ts';
import { addressesOf, addressesOfM, columnsOfM, PLACEHOLDER, snippetsOf } from './support/snippets.ts';

/** Whatever docs/pull.md tells people to copy does what it says. */

const { url } = inject('stack');
const DOCUMENT = readFileSync(join(import.meta.dirname, '..', 'docs', 'pull.md'), 'utf8');
const here = (text: string): string => text.replaceAll(PLACEHOLDER, url);
const snippets = (language: string) => snippetsOf(DOCUMENT).filter((snippet) => snippet.language === language);
const has = (...command: [string, ...string[]]) => spawnSync(command[0], command.slice(1)).status === 0;

const TYPES: [RegExp, string][] = [
  [/\.docx(\?|$)/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/\.csv(\?|$)/, 'text/csv; charset=utf-8; header=present'],
  [/\.xlsx(\?|$)/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/\.zip(\?|$)/, 'application/zip'],
];

const rowsAt = async (address: string): Promise<Record<string, unknown>[]> => {
  const response = await fetch(here(address));
  expect([address, response.status]).toEqual([address, 200]);
  const text = await response.text();
  return response.headers.get('content-type')?.startsWith('text/csv')
    ? parse(text, { columns: true, bom: true })
    : (JSON.parse(text) as Json).data;
};

/** Runs a script in a folder of its own. */
const run = (command: string, args: readonly string[], input: string): { dir: string; output: string } => {
  const dir = mkdtempSync(join(tmpdir(), 'snippet-'));
  return {
    dir,
    output: execFileSync(command, args, { cwd: dir, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] }),
  };
};

describe('The ways of pulling the data', () => {
  it.each(addressesOf(DOCUMENT))('%s is there', async (address) => {
    const response = await fetch(here(address));
    const type = TYPES.find(([pattern]) => pattern.test(address))?.[1] ?? 'application/json; charset=utf-8';
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('covers every tool', () => {
    expect(new Set(snippetsOf(DOCUMENT).map(({ language }) => language))).toEqual(
      new Set(['sh', 'm', 'text', 'json', 'python', 'r']),
    );
  });

  it.runIf(has('curl', '--version'))('by curl leaves the files, and asks again for what has changed only', () => {
    const [{ code = '' } = {}] = snippets('sh');
    const { dir, output } = run('sh', ['-e'], here(code));
    try {
      expect(parse(readFileSync(join(dir, 'pci_2019.csv')), { columns: true }).length).toBeGreaterThan(60);
      expect(readFileSync(join(dir, 'pci_2019.etag'), 'utf8')).toMatch(/^W\/"/);
      expect(statSync(join(dir, 'pci_2019.xlsx')).size).toBeGreaterThan(5000);
      expect(JSON.parse(output).data[0].unit).toBe('VN63-46');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it.each(snippets('m').map(({ code }) => code))(
    'by Power Query asks for what is there, and names its columns: %#',
    async (code) => {
      const addresses = addressesOfM(code);
      expect(addresses.length).toBe(1);
      const [first] = await rowsAt(addresses[0] ?? '');
      const named = columnsOfM(code);
      expect(named.length).toBeGreaterThan(2);
      for (const name of named) expect(first).toHaveProperty(name);
    },
  );

  it('by Power BI page by page comes to an end', async () => {
    const paged = snippets('m').find(({ code }) => code.includes('List.Generate'));
    const [address = ''] = addressesOfM(paged?.code ?? '');
    let pages = 0;
    for (let since = 0; pages < 100; pages++) {
      const { data, meta } = (await (await fetch(here(address).replace('since=0', `since=${since}`))).json()) as Json;
      if (data.length === 0) break;
      expect(meta.last).toBeGreaterThan(since);
      since = meta.last;
    }
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(100);
  });

  it('by IMPORTDATA is a table of commas and points', async () => {
    const formulas = snippets('text').flatMap(({ code }) => code.trim().split('\n'));
    expect(formulas.length).toBe(2);
    for (const formula of formulas) {
      const [, address = ''] = /^=IMPORTDATA\("([^"]+)"; ","; "en_US"\)$/.exec(formula) ?? [];
      const rows = await rowsAt(address);
      const numbers = rows.flatMap((row) => Object.entries(row).filter(([name]) => /^(score|\d{4})$/.test(name)));
      expect(numbers.length).toBeGreaterThan(0);
      for (const [, value] of numbers) expect(String(value)).toMatch(/^(\d+(\.\d+)?)?$/);
    }
  });

  it('by Grafana Infinity finds its rows at the root selector, each column of the type that it says', async () => {
    const [{ code = '' } = {}] = snippets('json');
    const query = JSON.parse(code) as Json;
    const answer = (await (await fetch(here(query.url))).json()) as Json;
    const rows = answer[query.root_selector];
    expect(rows.length).toBeGreaterThan(10);
    expect(answer.next).toBeNull();
    for (const row of rows) {
      for (const { selector, type } of query.columns) {
        const value = row[selector];
        if (type === 'timestamp') expect(value).toMatch(/^\d{4}$/);
        else if (value !== null) expect([selector, typeof value]).toEqual([selector, type]);
      }
    }
  });

  const python = has('python3', '-c', 'import pandas');
  it.runIf(python)('by pandas has the numbers and the letters', async () => {
    const [{ code = '' } = {}] = snippets('python');
    const { output, dir } = run('python3', ['-X', 'utf8', '-'], here(code));
    rmSync(dir, { recursive: true });
    const best = (await rowsAt(`${PLACEHOLDER}/v1/rankings/pci/2019.csv`))[0];
    expect(output).toContain(`${best?.unit_name_vi},${best?.score},${best?.rank}`);
    const [daNang] = await rowsAt(`${PLACEHOLDER}/v1/series.csv?index=pci&unit=VN63-48&from=2019&to=2019`);
    expect(output.trim().split('\n').at(-1)).toBe(String(daNang?.score));
  });

  it.runIf(has('Rscript', '--version'))('by R has the numbers', async () => {
    const [{ code = '' } = {}] = snippets('r');
    const { output, dir } = run('Rscript', ['-'], here(code));
    rmSync(dir, { recursive: true });
    const best = (await rowsAt(`${PLACEHOLDER}/v1/rankings/pci/2019.csv`))[0];
    expect(output).toContain(String(best?.unit));
    expect(output).toContain(String(best?.score).slice(0, 5));
  });
});
