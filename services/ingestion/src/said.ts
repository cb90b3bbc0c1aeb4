import { isDay } from '@chi-so/domain/day';
import type { ReleaseId } from '@chi-so/domain/identity';
import { EXTENTS, type Extent, type Source } from '@chi-so/domain/score';
import { invalidRequest } from '@chi-so/runtime/problem';

/** What the sender says of a file, besides what the file says of itself. A release layout's own lines have these names. */
export const SAID = [
  ...(['index', 'period', 'set', 'edition', 'methodology', 'layout', 'filename', 'extent'] as const),
  ...(['title', 'publisher', 'kind', 'certainty', 'document', 'published_on', 'signatory', 'url'] as const),
] as const;
export type Said = Partial<Record<(typeof SAID)[number], string>>;

const KINDS = ['publisher', 'official', 'province', 'press', 'compilation'] as const;
const CERTAINTIES = ['confirmed', 'derived', 'unknown'] as const;

const oneOf = <T extends string>(name: string, allowed: readonly T[], value: string | undefined): T | undefined => {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  const list = allowed.join(', ');
  throw invalidRequest(`${name} thuộc: ${list}; không phải "${value}"`, `${name} is one of: ${list}; not "${value}"`);
};

/** @throws Problem 400 for a value that the field does not have. */
export const extentSaid = ({ extent }: Said): Extent | undefined => oneOf('extent', EXTENTS, extent);

/** The source as far as the sender tells it. @throws Problem 400 for a value that the field does not have. */
export const sourceSaid = (said: Said): Partial<Source> => {
  const { title, publisher, document, published_on, signatory, url } = said;
  if (published_on !== undefined && !isDay(published_on)) {
    throw invalidRequest(
      `published_on phải là một ngày, như 2024-05-06; không phải "${published_on}"`,
      `published_on must be a day, such as 2024-05-06; not "${published_on}"`,
    );
  }
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url))) {
    throw invalidRequest(`url không hợp lệ: "${url}"`, `This is no URL: "${url}"`);
  }
  const kind = oneOf('kind', KINDS, said.kind);
  const certainty = oneOf('certainty', CERTAINTIES, said.certainty);
  const given = { title, publisher, kind, certainty, document, published_on, signatory, url };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};

type Named = { [K in keyof ReleaseId]?: string | undefined };

/**
 * The release that the sender and the file name together.
 *
 * @throws Problem 400 where they contradict each other or leave it open.
 */
export const releaseIdOf = (said: Said, file: Named): ReleaseId => {
  const sender: Named = { index: said.index, period: said.period, unit_set: said.set, edition: said.edition };
  for (const field of ['index', 'period', 'unit_set', 'edition'] as const) {
    if (sender[field] && file[field] && sender[field] !== file[field]) {
      throw invalidRequest(
        `Địa chỉ ghi ${field} là ${sender[field]}, tệp ghi ${file[field]}`,
        `The URL says ${field} ${sender[field]}, the file says ${file[field]}`,
      );
    }
  }
  const release = { ...file, ...defined(sender) };
  if (!release.unit_set) throw invalidRequest('Thiếu tập đơn vị: ?set=VN63', 'The unit set is missing: ?set=VN63');
  return requireIds({
    index: release.index ?? '',
    period: release.period ?? '',
    unit_set: release.unit_set,
    edition: release.edition ?? 'main',
  });
};

/** Ids become keys of the tables. @throws Problem 400 for one that could be taken for several. */
export const requireIds = (release: ReleaseId): ReleaseId => {
  for (const [field, value] of Object.entries(release)) {
    if (/^[A-Za-z0-9._-]{1,60}$/.test(value)) continue;
    if (value === '') throw invalidRequest(`Thiếu ${field}`, `${field} is missing`);
    throw invalidRequest(
      `${field} chỉ gồm chữ không dấu, số, dấu chấm, gạch: "${value.slice(0, 60)}"`,
      `${field} is made of plain letters, digits, dots and dashes: "${value.slice(0, 60)}"`,
    );
  }
  return release;
};

const defined = (named: Named): Named =>
  Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
