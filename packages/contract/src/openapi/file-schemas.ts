import * as z from 'zod';
import { TABLE_NAMES } from '../columns.ts';
import { envelope, named } from './named.ts';

const Column = named(
  'Column',
  z.strictObject({
    name: z.string().meta({ description: 'As in the header of the file and in JSON', examples: ['score'] }),
    name_vi: z.string(),
    name_en: z.string(),
    kind: z.enum(['text', 'code', 'number', 'flag', 'date', 'time', 'list']),
    unit: z.enum(['point', 'percent', 'place', 'unit', 'row']).nullable(),
    nullable: z.boolean().meta({ description: 'Whether a cell may be empty' }),
    description_vi: z.string(),
    description_en: z.string(),
  }),
  'A column of a file (cột)',
);

/** Where the figures come from is told as far as it is known of the table: a list of indices has no source. */
const AboutFile = z.looseObject({
  table: z.enum(TABLE_NAMES),
  rows: z.int(),
  encoding: z.literal('UTF-8'),
  missing: z.string(),
  list_separator: z.string(),
  reuse: z.strictObject({ vi: z.string(), en: z.string() }),
  citation: z.string().nullable(),
  notes: z.array(z.string()),
});

export const ColumnsAnswer = named(
  'ColumnsAnswer',
  envelope(Column, AboutFile),
  'What the columns of a file mean, its source, citation, certainty and methodology',
);
