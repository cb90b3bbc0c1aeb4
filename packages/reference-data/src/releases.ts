import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { comparePeriods, type ReleaseId } from '@chi-so/domain/identity';

/** The releases that ship: one file each, in the layout of `docs/release-layout.md`, with its source inside. */

const RELEASES = join(import.meta.dirname, '..', 'data', 'releases');

/** A release file, unread: `text` is what a writer would send. */
export type ReleaseText = ReleaseId & { name: string; text: string };

/** Every release, by index, unit set and edition, the earliest period first. */
export const releaseFiles = (): ReleaseText[] =>
  readdirSync(RELEASES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ ...releaseOf(name), name, text: readFileSync(join(RELEASES, name), 'utf8') }))
    .sort((a, b) => compareText(logOf(a), logOf(b)) || comparePeriods(a.period, b.period));

/** `pci/2019.VN63.main.csv` */
const releaseOf = (name: string): ReleaseId => {
  const [period = '', unit_set = '', edition = ''] = basename(name, '.csv').split('.');
  return { index: name.split(/[\\/]/)[0] ?? '', period, unit_set, edition };
};

const logOf = ({ index, unit_set, edition }: ReleaseId): string => `${index} ${unit_set} ${edition}`;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
