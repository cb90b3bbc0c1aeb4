import { columnMetadata } from '@chi-so/contract/column-words';
import type { Answer } from '@chi-so/runtime/answer';
import { disposition, type FoundTable } from '../formats/table-answer.ts';
import type { Provenance } from './provenance.ts';
import { REUSE_NOTE } from './reuse-note.ts';

/** `….metadata.json`: what each column of the CSV and of the workbook means, and where its figures come from. */
export const columnFile = (found: FoundTable, provenance: Provenance): Answer => ({
  ...(found.cache ? { cache: found.cache } : {}),
  headers: { 'content-disposition': disposition(found.file, 'metadata.json').replace('attachment', 'inline') },
  body: {
    data: columnMetadata(found.table),
    meta: {
      table: found.table,
      rows: found.rows.length,
      encoding: 'UTF-8',
      missing: 'an empty cell',
      list_separator: '|',
      reuse: REUSE_NOTE,
      ...provenance,
    },
    next: null,
  },
});
