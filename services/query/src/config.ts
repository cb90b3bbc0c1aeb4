import { GATEWAY_ANSWERS } from '@chi-so/contract/gateway-answers';
import { LIMITS, THROTTLE } from '@chi-so/contract/limits';
import { RETIRED } from '@chi-so/contract/retired';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { listUnitSets } from '@chi-so/storage/catalogue';
import { lastLedgerNumber } from '@chi-so/storage/logs';
import type { Tables } from './tables.ts';

const LICENCE = {
  vi: 'Số liệu thuộc về các cơ quan công bố và theo điều khoản của họ; hệ thống này không đặt thêm điều kiện nào.',
  en: 'The figures belong to their publishers, whose own terms apply; this system adds none.',
};

const CITATION = {
  vi: 'Khi dùng lại, hãy trích dẫn nguồn ghi ở meta.citation của từng câu trả lời; thứ hạng "rank" được tính lại ở đây, "rank_published" là của bên công bố.',
  en: 'Whoever uses the figures cites the source that meta.citation of each answer names; "rank" is computed here, "rank_published" is the publisher\'s.',
};

/** Where people sign in, and as which client of it a page asks; null where a stage has no pool of users. */
export type SignIn = { address: string; client: string } | null;

/** `GET /v1/config`: the bounds of the API, what it speaks and where the data stands. */
export const getConfig = async (
  { records }: Tables,
  request: Request,
  today: string,
  signIn: SignIn,
): Promise<Answer> => {
  parameters(request.query, []);
  const [revision, sets] = await Promise.all([lastLedgerNumber(records), listUnitSets(records)]);
  const inForce = sets.filter(
    ({ valid_from, valid_to }) => (valid_from ?? '') <= today && today <= (valid_to ?? '9999'),
  );
  const config = {
    /** Number of the last publication: `/v1/changes?since=` it has nothing yet. */
    data_revision: revision,
    languages: ['vi', 'en'],
    default_language: 'vi',
    formats: ['json', 'csv', 'xlsx'],
    csv_layouts: ['long', 'wide'],
    csv_profiles: ['rfc4180', 'excel-vi'],
    limits: LIMITS,
    throttle: THROTTLE,
    unit_sets_in_force: inForce.map(({ unit_set }) => unit_set),
    licence: LICENCE[request.lang],
    citation: CITATION[request.lang],
    gateway_answers: GATEWAY_ANSWERS.map(({ status, message, header, when }) => ({
      status,
      content_type: message === null ? null : 'application/json',
      body: message === null ? null : { message },
      header,
      when: when[request.lang],
    })),
    retired: RETIRED,
    /** By the names of OpenID Connect: an authorization code with PKCE. */
    sign_in: signIn && {
      authorization_endpoint: `${signIn.address}/oauth2/authorize`,
      token_endpoint: `${signIn.address}/oauth2/token`,
      end_session_endpoint: `${signIn.address}/logout`,
      client_id: signIn.client,
      scope: 'openid',
    },
    changes: `/v1/changes?since=${revision}`,
    openapi: '/v1/openapi.json',
    problems: '/docs/problems',
  };
  return { body: { data: [config], meta: {}, next: null } };
};
