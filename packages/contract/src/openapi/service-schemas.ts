import * as z from 'zod';
import { envelope, NoMeta, named } from './named.ts';

export const Health = named('Health', z.strictObject({ status: z.literal('ok') }), 'It serves');

const texts = z.array(z.string());

export const ConfigAnswer = named(
  'ConfigAnswer',
  envelope(
    z.strictObject({
      data_revision: z.int().meta({ description: 'Number of the last publication (số công bố cuối)' }),
      languages: texts,
      default_language: z.string(),
      formats: texts,
      csv_layouts: texts,
      csv_profiles: texts,
      limits: z.record(z.string(), z.int()).meta({ description: 'Rows, bytes and seconds (giới hạn)' }),
      throttle: z.strictObject({ requests_per_second: z.int(), burst: z.int() }),
      unit_sets_in_force: texts,
      licence: z.string().meta({ description: 'Whose the figures are (điều khoản sử dụng)' }),
      citation: z.string().meta({ description: 'How to cite the figures (trích dẫn)' }),
      gateway_answers: z.array(
        z.strictObject({
          status: z.int(),
          content_type: z.string().nullable().meta({ description: 'Null where AWS does not say what is answered' }),
          body: z.strictObject({ message: z.string() }).nullable(),
          header: z.string().nullable(),
          when: z.string(),
        }),
      ),
      retired: z.array(
        z.strictObject({
          route: z.string(),
          parameter: z.string().optional(),
          deprecated: z.iso.date(),
          sunset: z.iso.date(),
          successor: z.string(),
        }),
      ),
      sign_in: z
        .strictObject({
          authorization_endpoint: z.url(),
          token_endpoint: z.url(),
          end_session_endpoint: z.url(),
          client_id: z.string(),
          scope: z.string(),
        })
        .nullable()
        .meta({
          description:
            'Where people sign in, by code with PKCE; null where tokens are of a provider elsewhere (đăng nhập)',
        }),
      changes: z.string(),
      openapi: z.string(),
      problems: z.string(),
    }),
    NoMeta,
  ),
  'Bounds, languages and formats of the API, and where its data stands (cấu hình)',
);

export const OpenApi = named(
  'OpenApiDocument',
  z.looseObject({ openapi: z.string(), info: z.looseObject({ title: z.string(), version: z.string() }) }),
  'An OpenAPI 3.1 document',
);
