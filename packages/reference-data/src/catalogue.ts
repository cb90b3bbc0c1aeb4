import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '@chi-so/domain/layout';
import type { Index, Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';

/** The catalogue that ships, as data files with their sources. */

const DATA = join(import.meta.dirname, '..', 'data');

const readAll = <T>(folder: string): T[] =>
  readdirSync(join(DATA, folder))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(DATA, folder, file), 'utf8')) as T);

/** Every unit set, with its units. */
export const unitSets = (): UnitSet[] => readAll('unit-sets');

/** Every index with its methodologies, oldest first. */
export const indices = (): { index: Index; methodologies: Methodology[] }[] => readAll('indices');

/** Every publisher's layout. */
export const layouts = (): Layout[] => readAll('layouts');
