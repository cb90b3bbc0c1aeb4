import { createHash } from 'node:crypto';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { ReleaseCalendar } from '@chi-so/domain/calendar';
import { provinceOf } from '@chi-so/domain/identity';
import type { Layout } from '@chi-so/domain/layout';
import type { Index, Methodology, PinnedMethodology } from '@chi-so/domain/methodology';
import type { PinnedUnitSet, UnitSet } from '@chi-so/domain/unit-set';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode } from './item-writes.ts';
import { getItem, type Item, type Key, pack, padded, queryItems, type Range, unpack } from './items.ts';
import type { ReadTable } from './read-table.ts';
import { readAs } from './unreadable-record.ts';

/**
 * Catalogue items. Every version is kept under its number and never altered, because publications pin it; LATEST is a
 * copy of the newest one, so that a reader needs one read.
 */

type Kind = { pk: string; latest: Key; listed: Key };

/** The newest versions of the sets of one province are neighbours, and those of the country: one Query has them all. */
const unitSetKind = (unitSet: string): Kind => ({
  pk: `UNITS#${unitSet}`,
  latest: { pk: unitSetsOf(provinceOf(unitSet)), sk: unitSet },
  listed: { pk: 'UNIT-SETS', sk: unitSet },
});
const unitSetsOf = (province: string | null) => (province === null ? 'UNITS-OF' : `UNITS-OF#${province}`);

/** In the list an index has its methodologies behind it. */
const INDICES = 'INDICES';
const indexKind = (index: string): Kind => kindOf(`INDEX#${index}`, { pk: INDICES, sk: index });
const methodologyKind = (index: string, methodology: string): Kind =>
  kindOf(`METHODOLOGY#${index}#${methodology}`, { pk: INDICES, sk: `${index}#${methodology}` });

const kindOf = (pk: string, listed: Key): Kind => ({ pk, latest: { pk, sk: 'LATEST' }, listed });
const versionKey = (version: number) => `VERSION#${padded(version, 6)}`;

type Versioned<T> = T & { version: number };

const getVersion = async <T>(records: ReadTable, kind: Kind, version?: number): Promise<Versioned<T> | undefined> => {
  const key = version === undefined ? kind.latest : { pk: kind.pk, sk: versionKey(version) };
  // A version never changes, so any replica will do; only one that does not have it yet has to be asked again.
  const item = (await getItem(records, key, false)) ?? (version && (await getItem(records, key, true)));
  return item ? fromItem(key, item) : undefined;
};

const fromItem = <T>(key: Key, item: Item): Versioned<T> =>
  readAs(key, () => ({ ...unpack<T>(item.body), version: item.version }));

/**
 * Saves a new version with its list entry and audit entry, unless the newest one is the same. Two writers at once: the
 * second finds its number taken and is refused.
 */
const saveVersion = async <T extends object>(
  records: Table,
  kind: Kind,
  value: T,
  listed: Item,
  audit: AuditEntry,
  /** The version that the value was made from, 0 for none; where another is the newest by now, nothing is saved. */
  basedOn?: number,
): Promise<{ version: number; changed: boolean } | 'moved'> => {
  const latest = await getItem(records, kind.latest, true);
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  if (basedOn !== undefined && (latest?.version ?? 0) !== basedOn) return 'moved';
  if (latest?.hash === hash) return { version: latest.version, changed: false };

  const version = (latest?.version ?? 0) + 1;
  const content = { version, hash, body: pack(value) };
  const put = (item: Item) => ({ Put: { TableName: records.name, Item: encode(item) } });
  try {
    await records.db.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              ...put({ ...content, pk: kind.pk, sk: versionKey(version) }).Put,
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          put({ ...content, ...kind.latest }),
          put({ ...kind.listed, ...listed, version }),
          put(
            auditItem({
              ...audit,
              before: latest ? { version: latest.version, sha256: latest.hash } : null,
              after: { version, sha256: hash },
            }),
          ),
        ],
      }),
    );
    return { version, changed: true };
  } catch (error) {
    if (cancellation(error)) return 'moved';
    throw error;
  }
};

const list = async (records: ReadTable, range: Range): Promise<Item[]> =>
  (await queryItems(records, range)).map(listed);
const listed = ({ pk: _pk, sk: _sk, ...item }: Item): Item => item;

export const saveIndex = (records: Table, index: Index, audit: AuditEntry) =>
  saveVersion(records, indexKind(index.index), index, index, audit);
export const getIndex = (records: ReadTable, index: string) => getVersion<Index>(records, indexKind(index));

export type IndexWithMethodologies = { index: Versioned<Index>; methodologies: MethodologySummary[] };

/** Every index with its methodologies, by one Query. */
export const listIndicesWithMethodologies = async (records: ReadTable): Promise<IndexWithMethodologies[]> =>
  withMethodologies(await queryItems(records, { pk: INDICES }));

/** One index with its methodologies, by one Query. */
export const getIndexWithMethodologies = async (
  records: ReadTable,
  index: string,
): Promise<IndexWithMethodologies | undefined> =>
  withMethodologies(await queryItems(records, { pk: INDICES, between: [index, `${index}#~`] })).find(
    (found) => found.index.index === index,
  );

const withMethodologies = (items: readonly Item[]): IndexWithMethodologies[] => {
  const [indices, methodologies] = [items.filter(isIndex), items.filter((item) => !isIndex(item))];
  const ofIndices = Map.groupBy(methodologies.map(listed) as MethodologySummary[], ({ index }) => index);
  return indices.map((item) => {
    const index = listed(item) as Versioned<Index>;
    return { index, methodologies: ofIndices.get(index.index) ?? [] };
  });
};

const isIndex = ({ sk }: Item): boolean => !String(sk).includes('#');

export const listIndices = async (records: ReadTable): Promise<Versioned<Index>[]> =>
  (await listIndicesWithMethodologies(records)).map(({ index }) => index);

export type MethodologySummary = Pick<
  PinnedMethodology,
  'index' | 'methodology' | 'name_vi' | 'name_en' | 'unit_set' | 'period_from' | 'period_to' | 'version'
> & { calendar: ReleaseCalendar | null };
export const saveMethodology = (records: Table, methodology: Methodology, audit: AuditEntry) => {
  const { index, methodology: id, name_vi, name_en, unit_set, period_from, period_to, calendar = null } = methodology;
  const listed = { index, methodology: id, name_vi, name_en, unit_set, period_from, period_to, calendar };
  return saveVersion(records, methodologyKind(index, id), methodology, listed, audit);
};
export const listMethodologies = (records: ReadTable, index: string) =>
  list(records, { pk: INDICES, prefix: `${index}#` }) as Promise<MethodologySummary[]>;
export const getMethodology = (
  records: ReadTable,
  index: string,
  methodology: string,
  version?: number,
): Promise<PinnedMethodology | undefined> =>
  getVersion<Methodology>(records, methodologyKind(index, methodology), version);

export type UnitSetSummary = Omit<PinnedUnitSet, 'units' | 'groups' | 'successions' | 'sources'> & { units: number };
export const saveUnitSet = (records: Table, unitSet: UnitSet, audit: AuditEntry, basedOn?: number) => {
  const { units, groups: _groups, successions: _successions, sources: _sources, ...listed } = unitSet;
  return saveVersion(
    records,
    unitSetKind(unitSet.unit_set),
    unitSet,
    { ...listed, units: units.length },
    audit,
    basedOn,
  );
};
export const listUnitSets = (records: ReadTable) => list(records, { pk: 'UNIT-SETS' }) as Promise<UnitSetSummary[]>;
export const getUnitSet = async (
  records: ReadTable,
  unitSet: string,
  version?: number,
): Promise<PinnedUnitSet | undefined> =>
  // The set of an id that is none, such as `a`, has no name, which no key can be.
  unitSet === '' ? undefined : getVersion<UnitSet>(records, unitSetKind(unitSet), version);

/** The newest versions of the unit sets of the country, or of a province, by one Query. */
export const getUnitSetsOf = async (records: ReadTable, province: string | null): Promise<PinnedUnitSet[]> => {
  const pk = unitSetsOf(province);
  return (await queryItems(records, { pk })).map((item) => fromItem<UnitSet>({ pk, sk: String(item.sk) }, item));
};

/** The list holds the layouts whole: a file is compared with every one of them. */
export const saveLayout = (records: Table, layout: Layout, audit: AuditEntry, basedOn: number) =>
  saveVersion(records, layoutKind(layout.index, layout.layout), layout, { body: pack(layout) }, audit, basedOn);
export const getLayout = (records: ReadTable, index: string, layout: string) =>
  getVersion<Layout>(records, layoutKind(index, layout));
const layoutKind = (index: string, layout: string): Kind =>
  kindOf(`LAYOUT#${index}#${layout}`, { pk: 'LAYOUTS', sk: `${index}#${layout}` });
export const listLayouts = async (records: ReadTable): Promise<Layout[]> =>
  (await list(records, { pk: 'LAYOUTS' })).map(({ body }) => unpack<Layout>(body));
