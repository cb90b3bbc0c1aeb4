import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runtimeLicences } from './lib/licences.ts';

/** What comes from others: exactly which versions, unaltered, under which licences, and how little of it is deployed. */

const ROOT = join(import.meta.dirname, '..');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const lock = json('package-lock.json').packages as Record<
  string,
  { version?: string; integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean }
>;
const manifests = globSync(['package.json', '{packages,services}/*/package.json', 'infra/package.json'], { cwd: ROOT });

describe('dependencies', () => {
  it('are pinned to one version each, ours to whatever stands beside them', () => {
    for (const path of manifests) {
      const { dependencies = {}, devDependencies = {} } = json(path);
      for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
        expect([path, name, version]).toEqual([
          path,
          name,
          expect.stringMatching(name.startsWith('@chi-so/') ? /^(\*|0\.1\.0)$/ : /^\d+\.\d+\.\d+$/),
        ]);
      }
    }
  });

  it('are known by their content, and by no address', () => {
    for (const [path, { integrity, resolved, link, inBundle, version }] of Object.entries(lock)) {
      // What is inside another package is known with it; what is for other machines is not installed here.
      const isInstalled = !inBundle && existsSync(join(ROOT, path));
      if (link || !path.includes('node_modules/') || version === undefined) continue;
      if (isInstalled) expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)]);
      expect([path, resolved]).toEqual([path, undefined]);
    }
  });

  it('of what is deployed are under licences that let a province use it', () => {
    const others = runtimeLicences(ROOT).filter(({ isAllowed }) => !isAllowed);
    expect(others).toEqual([]);
  });

  it('of what is deployed are few: whatever is added is meant', () => {
    expect(Object.keys(json('package.json').dependencies)).toMatchInlineSnapshot(`
      [
        "@aws-lambda-powertools/logger",
        "@aws-lambda-powertools/metrics",
        "@aws-sdk/client-dynamodb",
        "@aws-sdk/s3-request-presigner",
        "@aws-sdk/util-dynamodb",
        "@middy/core",
        "aws4",
        "csv-parse",
        "docx",
        "fflate",
        "ipaddr.js",
        "saxes",
        "write-excel-file",
        "yauzl",
        "zod",
      ]
    `);
  });
});
