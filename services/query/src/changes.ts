import type { Row } from '@chi-so/contract/table-cells';
import type { ReleaseChange } from '@chi-so/domain/release-change';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters, wholeNumber } from '@chi-so/runtime/parameters';
import { listChanges } from '@chi-so/storage/changes';
import { type AskedFormat, FORMAT_PARAMETERS } from './formats/asked-format.ts';
import { type FoundTable, tableAnswer } from './formats/table-answer.ts';
import type { Tables } from './tables.ts';

/** Changes of one page: each may list thousands of rows. */
const PAGE = 100;

/** `GET /v1/changes?since=`: what each publication changed, in order and without gaps; replay from 0. */
export const getChanges = (tables: Tables, request: Request): Promise<Answer> =>
  tableAnswer(request, (asked) => findChanges(tables, request, asked));

/** Changes that one file may hold: as many as were ever published, in our time. */
const FILE = 100_000;

export const findChanges = async (
  { rankings }: Tables,
  request: Request,
  { format }: Pick<AskedFormat, 'format'>,
): Promise<FoundTable> => {
  const { since = '0', limit } = parameters(request.query, ['since', 'limit', ...FORMAT_PARAMETERS]);
  const after = wholeNumber('since', since, 0, 9_999_999_999);
  const isPage = format === 'json';
  const most = limit === undefined ? (isPage ? PAGE : FILE) : wholeNumber('limit', limit, 1, PAGE);
  const listed = await listChanges(rankings, after, most);
  const changes = isPage ? withinBytes(listed) : listed;
  const last = changes.at(-1)?.id ?? after;
  return {
    table: 'changes',
    rows: changes,
    lines: isPage ? [] : changes.flatMap(changedLines),
    meta: { since: after, last },
    next: changes.length > 0 ? `/v1/changes?since=${last}&limit=${most}` : null,
    file: ['changes', ...(after > 0 ? [`since-${after}`] : [])],
  };
};

/** In a file each row that changed is a line of its own; a change without rows, such as a withdrawal, is one too. */
const changedLines = ({ rows, ...change }: ReleaseChange): Row[] =>
  rows.length === 0 ? [change] : rows.map((row) => ({ ...change, ...row }));

/** A function may answer 6 MB. A page ends before that; there is always one change in it. */
const PAGE_BYTES = 4 * 1024 * 1024;

const withinBytes = (changes: readonly ReleaseChange[]): ReleaseChange[] => {
  let bytes = 0;
  return changes.filter((change, i) => {
    bytes += Buffer.byteLength(JSON.stringify(change));
    return i === 0 || bytes <= PAGE_BYTES;
  });
};
