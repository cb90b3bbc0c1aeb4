import { provinceOf, unitSetOf } from '@chi-so/domain/identity';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import {
  getIndexWithMethodologies,
  getMethodology,
  getUnitSet,
  getUnitSetsOf,
  listIndices,
  listUnitSets,
} from '@chi-so/storage/catalogue';
import { FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { askedCursor, listOfRows, PAGE_PARAMETERS } from './formats/asked-page.ts';
import { bulkAnswer } from './formats/export-address.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

const rows = (data: readonly object[], meta: object = {}): Answer => ({ body: { data, meta, next: null } });

/** `GET /v1/indices` */
export const getIndices = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findIndices(tables, request));

export const findIndices = async ({ records }: Tables, { query }: Request): Promise<FoundTable> => {
  parameters(query, [...FORMAT_PARAMETERS, ...PAGE_PARAMETERS]);
  const rows = await listIndices(records);
  return { table: 'indices', rows, meta: {}, list: listOfRows('/v1/indices', {}, rows), file: ['indices'] };
};

/** `GET /v1/indices/{index}`: the index with the periods of its methodologies; `pci.csv` and `pci.zip` hold its figures. */
export const getIndexById = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const { index: id = '' } = request.path;
  if (/\.(csv|zip)$/.test(id)) return bulkAnswer(request);
  parameters(request.query, []);
  const found = await getIndexWithMethodologies(records, checkedId('index', id));
  if (!found) throw notFound(`Không có chỉ số "${id}"`, `There is no index "${id}"`);
  return rows([found.index], { methodologies: found.methodologies });
};

/** `GET /v1/indices/{index}/methodologies/{methodology}?version=`: the newest version, or the one that a publication pins. */
export const getMethodologyById = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const { version } = parameters(request.query, ['version']);
  const { index = '', methodology: id = '' } = request.path;
  const number = version === undefined ? undefined : wholeNumber('version', version, 1, 999_999);
  const methodology = await getMethodology(records, checkedId('index', index), checkedId('methodology', id), number);
  if (!methodology) throw notFound(`Không có phương pháp "${id}"`, `There is no methodology "${id}"`);
  return rows([methodology]);
};

/** `GET /v1/unit-sets` */
export const getUnitSets = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  return rows(await listUnitSets(records));
};

/** `GET /v1/units?set=VN63` */
export const getUnits = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, () => findUnits(tables, request));

export const findUnits = async ({ records }: Tables, { query }: Request): Promise<FoundTable> => {
  const { set: named, ...asked } = parameters(query, ['set', ...FORMAT_PARAMETERS, ...PAGE_PARAMETERS]);
  if (!named) throw invalidRequest('Cần tập đơn vị: ?set=VN63', 'A unit set is needed: ?set=VN63');
  const set = checkedId('set', named);
  const pinned = versionOfPin(askedCursor(asked)?.pin);
  // A version that this set does not have is of another set's cursor, which is refused where the page is made.
  const unitSet = (pinned && (await getUnitSet(records, set, pinned))) || (await getUnitSet(records, set));
  if (!unitSet) throw notFound(`Không có tập đơn vị "${set}"`, `There is no unit set "${set}"`);
  const { units, ...about } = unitSet;
  return {
    table: 'units',
    rows: units.map((unit) => ({ unit_set: set, ...unit })),
    meta: about,
    list: { path: '/v1/units', query: { set }, pin: () => `v${unitSet.version}` },
    file: ['units', set],
  };
};

/** Every version is kept: the further pages are of the one that the first was of. */
const versionOfPin = (pin: string | undefined): number | undefined => {
  const [, version] = /^v(\d{1,6})$/.exec(pin ?? '') ?? [];
  return version === undefined ? undefined : Number(version);
};

/** `GET /v1/units/{unit}`: the unit, what it came from and what became of it. */
export const getUnit = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const { unit: id = '' } = request.path;
  // What became of a unit is said by the set that came after its own: both are sets of the country, or of one province.
  const sets = await getUnitSetsOf(records, provinceOf(unitSetOf(id)));
  const unitSet = sets.find((set) => set.unit_set === unitSetOf(id));
  const unit = unitSet?.units.find((candidate) => candidate.unit === id);
  if (!unitSet || !unit) throw notFound(`Không có đơn vị "${id}"`, `There is no unit "${id}"`);
  const { valid_from, valid_to, unit_set } = unitSet;
  const successor = valid_to && sets.find((set) => isDayAfter(set.valid_from, valid_to));
  return rows([{ unit_set, ...unit, valid_from, valid_to }], {
    predecessors: unitSet.successions.filter(({ to }) => to.includes(id)),
    successors: successor ? successor.successions.filter(({ from }) => from.includes(id)) : [],
  });
};

const isDayAfter = (day: string | null, before: string): boolean =>
  day !== null && Date.parse(day) - Date.parse(before) === 24 * 3600 * 1000;
