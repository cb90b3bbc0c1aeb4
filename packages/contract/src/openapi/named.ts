import * as z from 'zod';

/** The schemas that the OpenAPI document names; wherever one is used, the document refers to it. */
export const NAMED = z.registry<{ id: string }>();

/** Gives a schema its name in the document. */
export const named = <S extends z.ZodType>(id: string, schema: S, description: string): S => {
  const described = schema.meta({ description });
  NAMED.add(described, { id });
  return described;
};

/** What every answer of data is: rows, what is known of all of them, and where they go on. */
export const envelope = <Row extends z.ZodType, Meta extends z.ZodType, Next extends z.ZodType = z.ZodNull>(
  row: Row,
  meta: Meta,
  next?: Next,
) =>
  z.strictObject({
    data: z.array(row).meta({ description: 'Rows (các dòng số liệu)' }),
    meta: meta.meta({ description: meta.description ?? 'What is known of all rows (thông tin chung)' }),
    next: (next ?? z.null().meta({ description: 'There is no further page' })) as Next,
  });

/** Where the list goes on; null on its last page. */
export const NextUrl = z.string().nullable().meta({
  description: 'URL of the next page, with the same parameters; null on the last one (trang tiếp theo)',
});

/** Nothing is to be said of all rows. */
export const NoMeta = z.strictObject({});

/** In `meta` of a list that is read in pages. */
export const next_cursor = z.string().nullable().optional().meta({
  description:
    'The `cursor` of the next page; null on the last one, left out where nothing was said of pages (con trỏ)',
});
