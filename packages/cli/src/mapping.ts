import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { provinceOf } from '@chi-so/domain/identity';
import { FIGURES, type Figure, type Layout, type LayoutColumn } from '@chi-so/domain/layout';
import type { Text } from '@chi-so/runtime/problem';

/**
 * A user's own mapping of columns to components: a layout, of which only the columns must be told. The short form is
 * `{"columns": {"C": "total", "Điểm": "total", "Hạng": "total rank_published", "Vùng": null}}`: by the column's letter or
 * by a phrase of its header; null is a column to pass over.
 */

type Given = { index: string | undefined; layout: string | undefined; set?: string | undefined };

/** @returns a sentence where it cannot be used. What the columns mean is for the server to check. */
export const readMapping = (path: string, from: string, given: Given): Layout | Text => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(from, path), 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    const why = (error as Error).message;
    return { vi: `Không đọc được ánh xạ ${path}: ${why}`, en: `The mapping ${path} cannot be read: ${why}` };
  }
  return layoutOfMapping(json, basename(path), given);
};

export const layoutOfMapping = (json: unknown, file: string, given: Given): Layout | Text => {
  if (!isObject(json)) return notColumns(file);
  const { columns: told, ...rest } = json as Partial<Layout> & { columns?: unknown };
  const columns = Array.isArray(told) ? told.map(fullColumn) : isObject(told) ? shortColumns(told) : [];
  if (columns.length === 0 || columns.includes(null)) return notColumns(file);
  const index = rest.index ?? given.index;
  if (index === undefined) {
    return { vi: `Ánh xạ ${file} là của chỉ số nào? Nêu --index`, en: `Of which index is ${file}? Give --index` };
  }
  if (given.index !== undefined && index !== given.index) {
    return {
      vi: `Ánh xạ ${file} là của ${index}, còn --index là ${given.index}`,
      en: `The mapping ${file} is of ${index}, but --index is ${given.index}`,
    };
  }
  return {
    publisher: null,
    titles: [],
    tails: [],
    name_vi: `Ánh xạ cột ${file}`,
    name_en: `Column mapping ${file}`,
    source: `${file}: npm run chiso -- ingest --mapping`,
    // A province's own, which its ingester may save; of a national release a mapping is everybody's.
    ...(given.set !== undefined && provinceOf(given.set) !== null ? { unit_set: given.set } : {}),
    ...rest,
    layout: given.layout ?? rest.layout ?? idOf(file),
    index,
    ignored: [...(rest.ignored ?? []), ...(isObject(told) ? passedOver(told) : [])],
    columns: columns.filter((column) => column !== null),
  };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notColumns = (file: string): Text => ({
  vi: `Ánh xạ ${file} cần "columns", như {"columns": {"C": "total", "Hạng": "total rank_published"}}`,
  en: `The mapping ${file} needs "columns", such as {"columns": {"C": "total", "Hạng": "total rank_published"}}`,
});

/** Fields besides those that have a default are the server's to refuse. */
const fullColumn = (column: unknown): LayoutColumn | null => {
  if (!isObject(column)) return null;
  const { headers, ...rest } = column;
  return {
    figure: 'score',
    ...rest,
    headers: typeof headers === 'string' ? [headers] : (headers ?? []),
  } as LayoutColumn;
};

const shortColumns = (columns: Record<string, unknown>): (LayoutColumn | null)[] =>
  Object.entries(columns)
    .filter(([, meaning]) => meaning !== null)
    .map(([where, meaning]) => {
      const [component, figure = 'score', ...more] = typeof meaning === 'string' ? meaning.trim().split(/\s+/) : [];
      const known = FIGURE_WORDS.get(figure);
      if (!component || !known || more.length > 0) return null;
      return { component, figure: known, ...(isPlace(where) ? { headers: [], column: where } : { headers: [where] }) };
    });

/** Two letters at most: `PCI` and `DTI` are headers, though a sheet has such columns as well. */
const isPlace = (where: string): boolean => /^([A-Z]{1,2}|\d{1,3})$/.test(where);

const FIGURE_WORDS = new Map<string, Figure>([
  ...FIGURES.map((figure): [string, Figure] => [figure, figure]),
  ['rank', 'rank_published'],
  ['grade', 'grade_published'],
]);

const passedOver = (columns: Record<string, unknown>): string[] =>
  Object.entries(columns).flatMap(([where, meaning]) => (meaning === null && !isPlace(where) ? [where] : []));

const idOf = (file: string): string =>
  basename(file, extname(file))
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, 60) || 'mapping';
