import { createHash } from 'node:crypto';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { ReleaseCalendar } from '@chi-so/domain/calendar';
import type { Layout } from '@chi-so/domain/layout';
import type { Index, Methodology, PinnedMethodology } from '@chi-so/domain/methodology';
import type { PinnedUnitSet, UnitSet } from '@chi-so/domain/unit-set';
import { type AuditEntry, auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { cancellation, encode } from './item-writes.ts';
import { getItem, type Item, pack, padded, queryItems, unpack } from './items.ts';
import type { ReadTable } from './read-table.ts';
import { readAs } from './unreadable-record.ts';

/**
 * Catalogue items. Every version is kept under its number and never altered, because publications pin it; LATEST is a
 * copy of the newest one, so that a reader needs one read.
 */

type Kind = { pk: string; name: string; list: string };

const unitSetKind = (unitSet: string): Kind => ({ pk: `UNITS#${unitSet}`, name: unitSet, list: 'UNIT-SETS' });
const methodologyKind = (index: string, methodology: string): Kind => ({
  pk: `METHODOLOGY#${index}#${methodology}`,
  name: methodology,
  list: `METHODOLOGIES#${index}`,
});
const indexKind = (index: string): Kind => ({ pk: `INDEX#${index}`, name: index, list: 'INDICES' });

const LATEST = 'LATEST';
const versionKey = (version: number) => `VERSION#${padded(version, 6)}`;

type Versioned<T> = T & { version: number };

const getVersion = async <T>(records: ReadTable, kind: Kind, version?: number): Promise<Versioned<T> | undefined> => {
  const key = { pk: kind.pk, sk: version === undefined ? LATEST : versionKey(version) };
  // A version never changes, so any replica will do; only one that does not have it yet has to be asked again.
  const item = (await getItem(records, key, false)) ?? (version && (await getItem(records, key, true)));
  return item ? readAs(key, () => ({ ...unpack<T>(item.body), version: item.version })) : undefined;
};

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
  /** The version that the value was made from; where another is the newest by now, nothing is saved. */
  basedOn?: number,
): Promise<{ version: number; changed: boolean } | 'moved'> => {
  const latest = await getItem(records, { pk: kind.pk, sk: LATEST }, true);
  const hash = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  if (basedOn !== undefined && latest?.version !== basedOn) return 'moved';
  if (latest?.hash === hash) return { version: latest.version, changed: false };

  const version = (latest?.version ?? 0) + 1;
  const content = { pk: kind.pk, version, hash, body: pack(value) };
  const put = (item: Item) => ({ Put: { TableName: records.name, Item: encode(item) } });
  try {
    await records.db.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              ...put({ ...content, sk: versionKey(version) }).Put,
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          put({ ...content, sk: LATEST }),
          put({ pk: kind.list, sk: kind.name, ...listed, version }),
          put(auditItem(audit)),
        ],
      }),
    );
    return { version, changed: true };
  } catch (error) {
    if (cancellation(error)) return 'moved';
    throw error;
  }
};

const list = async (records: ReadTable, pk: string): Promise<Item[]> =>
  (await queryItems(records, { pk })).map(({ pk: _pk, sk: _sk, ...listed }) => listed);

export const saveIndex = (records: Table, index: Index, audit: AuditEntry) =>
  saveVersion(records, indexKind(index.index), index, index, audit);
export const listIndices = (records: ReadTable) => list(records, 'INDICES') as Promise<Versioned<Index>[]>;
export const getIndex = (records: ReadTable, index: string) => getVersion<Index>(records, indexKind(index));

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
  list(records, `METHODOLOGIES#${index}`) as Promise<MethodologySummary[]>;
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
export const listUnitSets = (records: ReadTable) => list(records, 'UNIT-SETS') as Promise<UnitSetSummary[]>;
export const getUnitSet = (records: ReadTable, unitSet: string, version?: number): Promise<PinnedUnitSet | undefined> =>
  getVersion<UnitSet>(records, unitSetKind(unitSet), version);

/** The list holds the layouts whole: a file is compared with every one of them. */
export const saveLayout = (records: Table, layout: Layout, audit: AuditEntry) => {
  const name = `${layout.index}#${layout.layout}`;
  const kind: Kind = { pk: `LAYOUT#${name}`, name, list: 'LAYOUTS' };
  return saveVersion(records, kind, layout, { body: pack(layout) }, audit);
};
export const listLayouts = async (records: ReadTable): Promise<Layout[]> =>
  (await list(records, 'LAYOUTS')).map(({ body }) => unpack<Layout>(body));
