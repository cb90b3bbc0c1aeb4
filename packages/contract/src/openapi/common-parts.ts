import * as z from 'zod';
import { parameter } from './rendered.ts';

/** What many routes share: the document refers to it by name. */

export const COMMON_PARAMETERS = {
  Lang: parameter(
    'lang',
    'query',
    z
      .enum(['vi', 'en'])
      .meta({ description: 'Language of names and messages (ngôn ngữ); goes before Accept-Language', examples: ['en'] })
      .optional(),
  ),
  IfNoneMatch: parameter(
    'If-None-Match',
    'header',
    z.string().meta({ description: 'The ETag that you have: 304 where nothing has changed' }).optional(),
  ),
};

const header = (description: string) => ({ description, schema: { type: 'string' } });

export const COMMON_HEADERS = {
  ETag: header('Weak, from the content and how it is represented'),
  'Cache-Control': header('How long it may be kept: past revisions for ever, what is current for a minute'),
  Link: header('Of a page that is not the last: the next one, `rel="next"` (trang tiếp theo)'),
  Vary: header('Which request headers the answer depends on'),
};

/** References to some of the headers. */
export const headers = (...names: (keyof typeof COMMON_HEADERS)[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
