import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that let anybody use, change and pass on, with the notice kept. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Unlicense',
    'Zlib',
  ],
  // Of a typeface, and of drawings that are credited on the page.
  ...['OFL-1.1', 'CC-BY-4.0', 'CC BY 4.0'],
]);

export type Licensed = { name: string; version: string; licence: string; isAllowed: boolean };

type Locked = { version?: string; dev?: boolean; link?: boolean; optional?: boolean; license?: string };

/** What is deployed, or may be, of others: every package that is no tool of development, with its licence. */
export const runtimeLicences = (root: string): Licensed[] => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages).flatMap(([path, { version, dev, link }]) => {
    if (!path.includes('node_modules/') || dev || link || version === undefined) return [];
    const file = join(root, path, 'package.json');
    // Of those that are for other machines only the lock file knows.
    const licence = existsSync(file)
      ? licenceOf(JSON.parse(readFileSync(file, 'utf8')))
      : (packages[path]?.license ?? 'unknown');
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [{ name, version, licence, isAllowed: isAllowed(licence) }];
  });
};

const licenceOf = ({ license }: { license?: string | { type?: string } }): string =>
  (typeof license === 'string' ? license : license?.type) ?? 'unknown';

/** `(MIT OR GPL-3.0-or-later)` is allowed by the first. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((each) => ALLOWED.has(each.trim())));
