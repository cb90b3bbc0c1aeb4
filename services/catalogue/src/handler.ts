import { IndexBody, LayoutBody, MethodologyBody, UnitBody, UnitSetBody } from '@chi-so/contract/catalogue-body';
import type { RoutesOf } from '@chi-so/contract/routes';
import type { Layout } from '@chi-so/domain/layout';
import type { Methodology } from '@chi-so/domain/methodology';
import { checkMethodology } from '@chi-so/domain/methodology-check';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { checked, jsonBody } from '@chi-so/runtime/json-body';
import { countingRefusals, recorded } from '@chi-so/runtime/metrics';
import { requireEverything } from '@chi-so/runtime/ownership';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import type { AuditEntry } from '@chi-so/storage/audit';
import {
  getIndex,
  getMethodology,
  getUnitSet,
  listMethodologies,
  saveIndex,
  saveLayout,
  saveMethodology,
  saveUnitSet,
} from '@chi-so/storage/catalogue';
import { dynamoDB, type Table, tableOf } from '@chi-so/storage/client';
import { requireOwnLayout, requireOwnMethodology, requireOwnSet } from './own.ts';

/**
 * Writes of the catalogue. A changed index, methodology or unit set is a new version; the ones before it stay, because
 * publications pin them. The same content again changes nothing.
 */
type Saved = { version: number; changed: boolean } | 'moved';

const save = async (
  request: Request,
  name: string,
  id: string,
  saving: (audit: AuditEntry) => Promise<Saved>,
): Promise<Answer> => {
  parameters(request.query, []);
  if (request.path[name] !== id) {
    throw invalidRequest(
      `Địa chỉ ghi ${request.path[name]}, nội dung ghi ${id}`,
      `The URL says ${request.path[name]}, the body says ${id}`,
    );
  }
  const saved = await saving({
    at: new Date().toISOString(),
    actor: request.caller?.subject ?? 'unknown',
    action: 'catalogue',
    target: `${name}/${id}`,
    reason: null,
    request_id: request.requestId,
  });
  if (saved === 'moved') {
    throw new Problem(409, 'moved', {
      vi: `${id} vừa được sửa bởi người khác; hãy gửi lại`,
      en: `${id} has just been changed by somebody else; send it again`,
    });
  }
  return { status: saved.changed ? 201 : 200, body: { data: [{ [name]: id, ...saved }], meta: {}, next: null } };
};

/** A methodology must hold together, and fit what the catalogue holds besides. */
const requireSound = async (records: Table, methodology: Methodology): Promise<void> => {
  const [others, unitSet] = await Promise.all([
    listMethodologies(records, methodology.index),
    methodology.unit_set === null ? undefined : getUnitSet(records, methodology.unit_set),
  ]);
  if (methodology.unit_set !== null && !unitSet) {
    throw notFound(`Không có tập đơn vị "${methodology.unit_set}"`, `There is no unit set "${methodology.unit_set}"`);
  }
  const groups = unitSet?.groups.map(({ group }) => group) ?? null;
  const faults = checkMethodology(methodology, { others, groups });
  if (faults.length === 0) return;
  throw new Problem(
    422,
    'invalid-methodology',
    {
      vi: `Phương pháp có ${faults.length} lỗi; chưa có gì được ghi`,
      en: `The methodology has ${faults.length} faults; nothing was written`,
    },
    { errors: faults },
  );
};

/** A misspelt component would be a column that nobody reads. */
const requireKnownComponents = async (records: Table, { index, columns }: Layout): Promise<void> => {
  const listed = await listMethodologies(records, index);
  const methodologies = await Promise.all(listed.map(({ methodology }) => getMethodology(records, index, methodology)));
  const known = new Set(methodologies.flatMap((one) => one?.components.map(({ component }) => component) ?? []));
  const unknown = [...new Set(columns.map(({ component }) => component).filter((component) => !known.has(component)))];
  if (unknown.length === 0) return;
  throw new Problem(
    422,
    'unknown-component',
    {
      vi: `Không phương pháp nào của ${index} có: ${unknown.join(', ')}`,
      en: `No methodology of ${index} has: ${unknown.join(', ')}`,
    },
    { known: [...known] },
  );
};

export const catalogueRoutes = (
  records: Table,
): Record<RoutesOf<'catalogue'>, (request: Request) => Promise<Answer>> => ({
  'PUT /v1/indices/{index}': async (request) => {
    const index = jsonBody(IndexBody, request);
    requireEverything(request, index.index);
    return save(request, 'index', index.index, (audit) => saveIndex(records, index, audit));
  },
  'PUT /v1/indices/{index}/methodologies/{methodology}': async (request) => {
    const methodology = jsonBody(MethodologyBody, request);
    if (methodology.index !== request.path.index) {
      throw invalidRequest(
        `Phương pháp này của chỉ số ${methodology.index}`,
        `This is a methodology of the index ${methodology.index}`,
      );
    }
    await requireOwnMethodology(records, request, methodology);
    await requireSound(records, methodology);
    return save(request, 'methodology', methodology.methodology, (audit) =>
      saveMethodology(records, methodology, audit),
    );
  },
  'PUT /v1/indices/{index}/layouts/{layout}': async (request) => {
    const layout = jsonBody(LayoutBody, request);
    const before = await requireOwnLayout(records, request, layout);
    if (layout.index !== request.path.index || !(await getIndex(records, layout.index))) {
      throw notFound(`Không có chỉ số "${layout.index}" ở địa chỉ này`, `There is no index "${layout.index}" here`);
    }
    await requireKnownComponents(records, layout);
    if (layout.unit_set !== undefined && !(await getUnitSet(records, layout.unit_set))) {
      throw notFound(`Không có tập đơn vị "${layout.unit_set}"`, `There is no unit set "${layout.unit_set}"`);
    }
    return save(request, 'layout', layout.layout, (audit) => saveLayout(records, layout, audit, before));
  },
  'PUT /v1/unit-sets/{set}': async (request) => {
    const unitSet = jsonBody(UnitSetBody, request);
    requireOwnSet(request, unitSet);
    return save(request, 'set', unitSet.unit_set, (audit) => saveUnitSet(records, unitSet, audit));
  },
  'PUT /v1/unit-sets/{set}/units/{unit}': async (request) => {
    const unit = jsonBody(UnitBody, request);
    const set = await getUnitSet(records, request.path.set ?? '');
    if (!set) {
      throw notFound(`Không có tập đơn vị "${request.path.set}"`, `There is no unit set "${request.path.set}"`);
    }
    requireOwnSet(request, set);
    const { version, ...before } = set;
    const units = before.units.some((known) => known.unit === unit.unit)
      ? before.units.map((known) => (known.unit === unit.unit ? unit : known))
      : [...before.units, unit];
    const after = checked(UnitSetBody, { ...before, units });
    return save(request, 'unit', unit.unit, (audit) => saveUnitSet(records, after, audit, version));
  },
});

export const handler = recorded(
  countingRefusals(httpHandler(catalogueRoutes(tableOf(dynamoDB(), required('RECORDS_TABLE'))))),
);
