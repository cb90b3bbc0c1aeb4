import * as z from 'zod';
import { MethodologyBody } from '../catalogue-body.ts';
import { TABLE_NAMES } from '../columns.ts';
import { MethodologyId, Source, Version } from './fields.ts';
import { envelope, named } from './named.ts';
import { Publication } from './ranking-schemas.ts';
import { ReleaseSummary } from './release-schemas.ts';

/** Where what was asked for is made. */
export const Moved = named(
  'Moved',
  z.strictObject({ location: z.string() }),
  'It is made elsewhere (ở địa chỉ khác): the same as the `location` header',
);

const { name_vi, name_en, direction, decimals, tie_decimals, facts } = MethodologyBody.shape;

const Column = named(
  'Column',
  z.strictObject({
    name: z.string().meta({ description: 'As in the header of the file and in JSON', examples: ['score'] }),
    name_vi: z.string(),
    name_en: z.string(),
    kind: z.enum(['text', 'code', 'number', 'flag', 'date', 'time', 'list']),
    unit: z.enum(['point', 'percent', 'place', 'unit', 'row']).nullable().meta({ description: 'Đơn vị tính' }),
    nullable: z.boolean().meta({ description: 'Whether a cell may be empty' }),
    description_vi: z.string(),
    description_en: z.string(),
  }),
  'A column of a file (cột)',
);

export const ColumnsAnswer = named(
  'ColumnsAnswer',
  envelope(
    Column,
    z.strictObject({
      table: z.enum(TABLE_NAMES),
      rows: z.int(),
      encoding: z.string(),
      missing: z.string(),
      list_separator: z.string(),
      reuse: z.strictObject({ vi: z.string(), en: z.string() }),
      citation: z.string().nullable(),
      source: Source.nullable(),
      publication: Publication.nullable(),
      releases: z.array(ReleaseSummary),
      methodologies: z.array(
        z.strictObject({
          methodology: MethodologyId,
          version: Version,
          ...{ name_vi, name_en, direction, decimals, tie_decimals, facts },
        }),
      ),
      notes: z.array(z.string()),
    }),
  ),
  'What the columns of a file mean, and where its figures come from (mô tả cột)',
);
