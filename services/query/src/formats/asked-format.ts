import { CSV_PROFILES, type CsvProfile } from '@chi-so/contract/csv';
import { WIDE_VALUES, type WideValue } from '@chi-so/contract/table-cells';
import { invalidParameter } from '@chi-so/runtime/problem';
import type { Request } from '@chi-so/runtime/request';
import { preferredFormat } from './preferred-format.ts';

/** In what form a table is wanted: `format=`, else the suffix of the address, else Accept, else JSON. */

export const FORMATS = ['json', 'csv', 'xlsx'] as const;

/** A description of the columns is a file beside the table, asked for by its suffix only. */
export type Format = (typeof FORMATS)[number] | 'metadata.json';

const LAYOUTS = ['long', 'wide'] as const;

/** Every route that answers a table takes these. */
export const FORMAT_PARAMETERS = ['format', 'layout', 'profile', 'value'] as const;

export type AskedFormat = {
  format: Format;
  profile: CsvProfile;
  layout: (typeof LAYOUTS)[number];
  value: WideValue;
  /** The path without the suffix. */
  path: Record<string, string>;
};

export const askedFormat = ({
  url,
  path,
  query,
  headers,
}: Pick<Request, 'url' | 'path' | 'query' | 'headers'>): AskedFormat => {
  const suffix = suffixOf(url);
  const named = oneOf('format', FORMATS, query.format);
  if (named && suffix && named !== suffix) {
    throw invalidParameter(
      'format',
      `format=${named} trái với đuôi .${suffix} của địa chỉ`,
      `format=${named} contradicts the suffix .${suffix} of the address`,
    );
  }
  const format = named ?? suffix ?? preferredFormat(headers.accept) ?? 'json';
  const layout = oneOf('layout', LAYOUTS, query.layout);
  const profile = oneOf('profile', CSV_PROFILES, query.profile);
  const value = oneOf('value', WIDE_VALUES, query.value);
  if (profile && format !== 'csv') throw onlyFor('profile', 'format=csv');
  if (layout && format !== 'csv' && format !== 'xlsx') throw onlyFor('layout', 'format=csv, format=xlsx');
  if (value && layout !== 'wide') throw onlyFor('value', 'layout=wide');
  return {
    format,
    profile: profile ?? 'rfc4180',
    layout: layout ?? 'long',
    value: value ?? 'score',
    path: suffix ? withoutSuffix(path, suffix) : path,
  };
};

const SUFFIX = /\.(json|csv|xlsx|metadata\.json)$/;

const suffixOf = (url: string): Format | undefined => {
  const [path = ''] = url.split('?');
  const [, suffix] = /\.metadata\.json$/.test(path) ? [null, 'metadata.json'] : (SUFFIX.exec(path) ?? []);
  return suffix as Format | undefined;
};

const withoutSuffix = (path: Record<string, string>, suffix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(path).map(([name, value]) => [
      name,
      value.endsWith(`.${suffix}`) ? value.slice(0, -suffix.length - 1) : value,
    ]),
  );

const oneOf = <T extends string>(name: string, known: readonly T[], asked: string | undefined): T | undefined => {
  const found = known.find((one) => one === asked);
  if (found !== undefined || asked === undefined) return found;
  throw invalidParameter(
    name,
    `${name} phải là ${known.join(', ')}; không phải "${asked}"`,
    `${name} must be ${known.join(', ')}; not "${asked}"`,
  );
};

const onlyFor = (name: string, where: string) =>
  invalidParameter(name, `${name} chỉ dùng với ${where}`, `${name} is for ${where} only`);
