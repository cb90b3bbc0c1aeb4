import type { TableName } from '@chi-so/contract/columns';
import { csv } from '@chi-so/contract/csv';
import { nextLink } from '@chi-so/contract/page';
import {
  type Cells,
  csvColumns,
  hasWideLayout,
  longCells,
  type Row,
  type UnitNames,
  wideCells,
} from '@chi-so/contract/table-cells';
import type { Answer } from '@chi-so/runtime/answer';
import { invalidParameter } from '@chi-so/runtime/problem';
import type { Request } from '@chi-so/runtime/request';
import { type AskedFormat, askedFormat } from './asked-format.ts';
import { type Paged, pageOfTable, requireWhole } from './asked-page.ts';
import { describedBy, exportAnswer } from './export-address.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** What a table route has found, before it takes a form. */
export type FoundTable = {
  table: TableName;
  rows: readonly Row[];
  /** The lines of a file, where a row in JSON holds several. */
  lines?: readonly Row[];
  meta: object;
  /** Of a table that is read in pages; a file is always whole. */
  list?: Paged;
  /** Of a list that goes on in a way of its own. */
  next?: string | null;
  /** Of the units in the rows: a file has the names in both languages. */
  names?: UnitNames;
  /** What the file is called, such as `pci`, `2019`, `total`. */
  file: readonly string[];
} & Pick<Answer, 'cache'>;

/** Answers a table in the form that is asked for. What reads it may answer by itself, where it has the JSON ready. */
export const tableAnswer = async (
  request: Request,
  read: (asked: AskedFormat) => Promise<FoundTable | Answer>,
): Promise<Answer> => {
  const asked = askedFormat(request);
  if (asked.format === 'xlsx' || asked.format === 'metadata.json') return exportAnswer(request, asked.format);
  const found = await read(asked);
  if (!('table' in found)) return found;
  return asked.format === 'csv' ? csvAnswer(request, asked, found) : jsonAnswer(request, found);
};

const jsonAnswer = (request: Request, { rows, meta, next = null, cache, list }: FoundTable): Answer => ({
  ...(cache ? { cache } : {}),
  ...(list ? pageOfTable(request, { rows, meta, list }) : ownPage({ data: rows, meta, next })),
});

const ownPage = (body: {
  data: FoundTable['rows'];
  meta: object;
  next: string | null;
}): Pick<Answer, 'body' | 'headers'> =>
  body.next === null ? { body } : { headers: { link: nextLink(body.next) }, body };

const csvAnswer = (request: Request, asked: AskedFormat, found: FoundTable): Answer => {
  if (found.list) requireWhole(request.query);
  const { columns, rows } = cellsOf(asked, found);
  return {
    ...(found.cache ? { cache: found.cache } : {}),
    headers: {
      'content-type': CSV_TYPE,
      'content-disposition': disposition([...found.file, ...(asked.layout === 'wide' ? ['wide'] : [])], 'csv'),
      link: describedBy(request),
    },
    body: csv(csvColumns(columns), rows, asked.profile),
  };
};

/** The rows as the cells of a file, in the layout that is asked for. */
export const cellsOf = (
  { layout, value }: Pick<AskedFormat, 'layout' | 'value'>,
  { table, rows, lines = rows, names }: Pick<FoundTable, 'table' | 'rows' | 'lines' | 'names'>,
): Cells => {
  if (layout === 'long') return longCells(table, lines, names);
  if (hasWideLayout(table)) return wideCells(table, lines, value, names);
  throw invalidParameter(
    'layout',
    'layout=wide chỉ có ở rankings và series',
    'layout=wide exists for rankings and series only',
  );
};

/** A name that every system can store. */
export const disposition = (file: readonly string[], suffix: string): string => {
  const name = file.map((part) => part.replace(/[^A-Za-z0-9.-]+/g, '-')).join('_');
  return `attachment; filename="${name}.${suffix}"`;
};
