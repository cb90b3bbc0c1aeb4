import type { Layout } from '@chi-so/domain/layout';
import { type Index, isUsedFor, type PinnedMethodology } from '@chi-so/domain/methodology';
import type { PinnedUnitSet } from '@chi-so/domain/unit-set';
import {
  getMethodology,
  getUnitSet,
  listIndicesWithMethodologies,
  listLayouts,
  listUnitSets,
  type MethodologySummary,
  type UnitSetSummary,
} from '@chi-so/storage/catalogue';
import type { Table } from '@chi-so/storage/client';

/** The catalogue as one request sees it: every item is read at most once, and only if it is asked for. */
export type Catalogue = {
  indices: () => Promise<Index[]>;
  methodologies: (index: string) => Promise<MethodologySummary[]>;
  methodology: (index: string, methodology: string) => Promise<PinnedMethodology | undefined>;
  unitSets: () => Promise<UnitSetSummary[]>;
  unitSet: (unitSet: string) => Promise<PinnedUnitSet | undefined>;
  layouts: () => Promise<Layout[]>;
};

export const catalogueOf = (records: Table): Catalogue => {
  const once = <K extends string[], T>(read: (...key: K) => Promise<T>) => {
    const known = new Map<string, Promise<T>>();
    return (...key: K): Promise<T> => {
      const found = known.get(key.join(' ')) ?? read(...key);
      known.set(key.join(' '), found);
      return found;
    };
  };
  const listed = once(() => listIndicesWithMethodologies(records));
  return {
    indices: async () => (await listed()).map(({ index }) => index),
    methodologies: async (id) => (await listed()).find(({ index }) => index.index === id)?.methodologies ?? [],
    methodology: once((index: string, methodology: string) => getMethodology(records, index, methodology)),
    unitSets: once(() => listUnitSets(records)),
    unitSet: once((unitSet: string) => getUnitSet(records, unitSet)),
    layouts: once(() => listLayouts(records)),
  };
};

/** Methodologies that a period falls into, of the unit set where they are made for one. */
export const methodologiesFor = (
  listed: readonly MethodologySummary[],
  period: string,
  unitSet: string | undefined,
): MethodologySummary[] =>
  listed.filter(
    (methodology) =>
      isUsedFor(methodology, period) &&
      (methodology.unit_set === null || unitSet === undefined || methodology.unit_set === unitSet),
  );
