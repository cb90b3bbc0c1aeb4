import { unitSetOf } from '@chi-so/domain/identity';
import type { Answer, Request } from '@chi-so/runtime/http';
import { invalidRequest, notFound } from '@chi-so/runtime/problem';
import {
  getIndex,
  getMethodology,
  getUnitSet,
  listIndices,
  listMethodologies,
  listUnitSets,
} from '@chi-so/storage/catalogue';
import { parameters } from './parameters.ts';
import type { Tables } from './tables.ts';

const rows = (data: readonly object[], meta: object = {}): Answer => ({ body: { data, meta, next: null } });

/** `GET /v1/indices` */
export const getIndices = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  return rows(await listIndices(records));
};

/** `GET /v1/indices/{index}`: the index with the periods of its methodologies. */
export const getIndexById = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const { index: id = '' } = request.path;
  const [index, methodologies] = await Promise.all([getIndex(records, id), listMethodologies(records, id)]);
  if (!index) throw notFound(`Không có chỉ số "${id}"`, `There is no index "${id}"`);
  return rows([index], { methodologies });
};

/** `GET /v1/indices/{index}/methodologies/{methodology}` */
export const getMethodologyById = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const { index = '', methodology: id = '' } = request.path;
  const methodology = await getMethodology(records, index, id);
  if (!methodology) throw notFound(`Không có phương pháp "${id}"`, `There is no methodology "${id}"`);
  return rows([methodology]);
};

/** `GET /v1/unit-sets` */
export const getUnitSets = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  return rows(await listUnitSets(records));
};

/** `GET /v1/units?set=VN63` */
export const getUnits = async ({ records }: Tables, request: Request): Promise<Answer> => {
  const { set } = parameters(request.query, ['set']);
  if (!set) throw invalidRequest('Cần tập đơn vị: ?set=VN63', 'A unit set is needed: ?set=VN63');
  const unitSet = await getUnitSet(records, set);
  if (!unitSet) throw notFound(`Không có tập đơn vị "${set}"`, `There is no unit set "${set}"`);
  const { units, ...about } = unitSet;
  return rows(
    units.map((unit) => ({ unit_set: set, ...unit })),
    about,
  );
};

/** `GET /v1/units/{unit}` */
export const getUnit = async ({ records }: Tables, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const { unit: id = '' } = request.path;
  const unitSet = await getUnitSet(records, unitSetOf(id));
  const unit = unitSet?.units.find((candidate) => candidate.unit === id);
  if (!unitSet || !unit) throw notFound(`Không có đơn vị "${id}"`, `There is no unit "${id}"`);
  const { valid_from, valid_to, unit_set } = unitSet;
  return rows([{ unit_set, ...unit, valid_from, valid_to }]);
};
