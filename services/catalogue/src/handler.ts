import { IndexBody, MethodologyBody, UnitSetBody } from '@chi-so/contract/catalogue-body';
import type { RoutesOf } from '@chi-so/contract/routes';
import { required } from '@chi-so/runtime/environment';
import { type Answer, httpHandler, type Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { invalidRequest, Problem } from '@chi-so/runtime/problem';
import type { AuditEntry } from '@chi-so/storage/audit';
import { saveIndex, saveMethodology, saveUnitSet } from '@chi-so/storage/catalogue';
import { dynamoDB, type Table } from '@chi-so/storage/client';

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

export const catalogueRoutes = (
  records: Table,
): Record<RoutesOf<'catalogue'>, (request: Request) => Promise<Answer>> => ({
  'PUT /v1/indices/{index}': (request) => {
    const index = jsonBody(IndexBody, request);
    return save(request, 'index', index.index, (audit) => saveIndex(records, index, audit));
  },
  'PUT /v1/indices/{index}/methodologies/{methodology}': (request) => {
    const methodology = jsonBody(MethodologyBody, request);
    if (methodology.index !== request.path.index) {
      throw invalidRequest(
        `Phương pháp này của chỉ số ${methodology.index}`,
        `This is a methodology of the index ${methodology.index}`,
      );
    }
    return save(request, 'methodology', methodology.methodology, (audit) =>
      saveMethodology(records, methodology, audit),
    );
  },
  'PUT /v1/unit-sets/{set}': (request) => {
    const unitSet = jsonBody(UnitSetBody, request);
    return save(request, 'set', unitSet.unit_set, (audit) => saveUnitSet(records, unitSet, audit));
  },
});

export const handler = httpHandler(catalogueRoutes({ db: dynamoDB(), name: required('RECORDS_TABLE') }));
