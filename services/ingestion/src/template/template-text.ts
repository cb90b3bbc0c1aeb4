import { HEADER } from '@chi-so/domain/template';
import { parse } from 'csv-parse/sync';
import { DELIMITERS } from '../tables/delimited.ts';
import type { Table } from '../tables/table.ts';

/**
 * A template's sheet that somebody saved as text. Its header says what parts the cells, so that nothing need be inferred:
 * a template holds too few figures, and too many sentences, for evidence. Undefined where the text is no template.
 */
export const templateTable = (text: string): Table | undefined => {
  const delimiter = DELIMITERS.find((one) => HEADERS.some((header) => isLineOf(text, header.join(one))));
  if (delimiter === undefined) return undefined;
  const records = recordsOf(text, delimiter);
  return (
    records && {
      sheet: null,
      hidden: false,
      rows: records
        .map(({ record, info }) =>
          record.flatMap((value, column) =>
            value.trim() === '' ? [] : [{ row: info.lines, column, value, formula: 'none' as const }],
          ),
        )
        .filter((cells) => cells.length > 0),
    }
  );
};

/** Undefined where a quote is not closed: the reader of any text says where. */
const recordsOf = (text: string, delimiter: string): TextRecord[] | undefined => {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      bom: true,
      maxRecordSize: LONGEST_RECORD,
    }) as unknown as TextRecord[];
  } catch {
    return undefined;
  }
};

type TextRecord = { record: string[]; info: { lines: number } };

const HEADERS = Object.values(HEADER).map(({ ids, described }) => [ids, ...described]);
const LONGEST_RECORD = 1_000_000;

/** Whether a line of the text begins so. */
const isLineOf = (text: string, start: string): boolean =>
  text.replace(/^\uFEFF/u, '').startsWith(start) || text.includes(`\n${start}`);
