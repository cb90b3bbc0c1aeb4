import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc, { type Arbitrary } from 'fast-check';

/** Items on few keys, so that commands meet; now and then one that must be refused. */

export type Item = Record<string, AttributeValue>;

export const pks = fc.constantFrom('LOG#a', 'LOG#b');
/** One that no prefix fits; the last two come in another order by JavaScript's own comparison. */
export const sks = fc.constantFrom('j', 'k', 'k1', 'k10', 'k2', 'k3', 'kế', 'k\uffee', 'k😀');
const keys: Arbitrary<Item> = fc.tuple(pks, sks).map(([pk, sk]) => marshall({ pk, sk }));

const emptyKeys = fc.constantFrom<Item>(marshall({ pk: 'LOG#a', sk: '' }), marshall({ pk: '', sk: 'k' }));
const misshapenKeys = fc.constantFrom<Item>(
  marshall({ pk: 'LOG#a' }),
  marshall({ pk: 'LOG#a', sk: 1 }),
  marshall({ pk: 'LOG#a', sk: 'k'.repeat(1025) }),
  marshall({ pk: 'k'.repeat(2049), sk: 'k' }),
);
const shapedKeys = fc.oneof({ weight: 60, arbitrary: keys }, { weight: 1, arbitrary: emptyKeys });
export const anyKeys = fc.oneof({ weight: 60, arbitrary: shapedKeys }, { weight: 1, arbitrary: misshapenKeys });

const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.constantFrom(0, -0, 66.53, -1.5, 0.1 + 0.2, 1e-7, 1e21, 100, 5e-100),
);
const writtenNumbers = fc.constantFrom('1.0', '007', '+5', '.5', '-0.10', '1E+2', '5.', '1'.repeat(38), '1e-130');
const numberValues = numbers.map((value) => ({ N: String(value) }));
const otherLeaves: Arbitrary<AttributeValue> = fc.oneof(
  fc.constantFrom('', 'Thừa Thiên Huế', '😀').map((value) => ({ S: value })),
  fc.uint8Array({ maxLength: 40 }).map((value) => ({ B: value })),
  fc.boolean().map((value) => ({ BOOL: value })),
  fc.constant({ NULL: true }),
);
const leaves = fc.oneof(
  { weight: 2, arbitrary: numberValues },
  { weight: 1, arbitrary: writtenNumbers.map((value) => ({ N: value })) },
  { weight: 5, arbitrary: otherLeaves },
);
/** Inside of others DynamoDB Local keeps numbers as they were written; the service does so nowhere. */
const innerLeaves = fc.oneof(
  numberValues.filter(({ N }) => !N.includes('e')),
  otherLeaves,
);
const nested: Arbitrary<AttributeValue> = fc.oneof(
  fc.array(innerLeaves, { maxLength: 3 }).map((list) => ({ L: list })),
  fc.dictionary(fc.constantFrom('land', 'điểm', 'x'), innerLeaves).map((map) => ({ M: { ...map } })),
  fc.array(innerLeaves, { maxLength: 2 }).map((list) => ({ L: [{ M: { inner: { L: list } } }] })),
);
const refusedValues = fc.constantFrom<AttributeValue>(
  { N: 'x' },
  { N: '1e126' },
  { N: `1${'0'.repeat(38)}1` },
  { M: { '': { S: '' } } },
  { S: 'x'.repeat(400 * 1024) },
);

/** What labelled items, embargoes and sources carry; few values, so that conditions on them come out both ways. */
const attributes: Arbitrary<Item> = fc
  .record(
    {
      entry: fc.constantFrom(0, 1, 2, 10),
      format: fc.constantFrom(1, 2),
      degraded: fc.boolean(),
      state: fc.constantFrom('waiting', 'published'),
      request_id: fc.constantFrom('one', 'two'),
      version: fc.constantFrom(1, 2),
    },
    { requiredKeys: [] },
  )
  .map((values) => marshall(values));

const text = (character: string, from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((length) => ({ body: { S: character.repeat(length) } }));
const bodies: Arbitrary<Item> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 6, arbitrary: leaves.map((body) => ({ body })) },
  { weight: 4, arbitrary: nested.map((body) => ({ body })) },
  // About where another unit of capacity begins.
  { weight: 3, arbitrary: text('x', 900, 1100) },
  { weight: 1, arbitrary: text('ế', 1330, 1370) },
);

const itemsUnder = (keys: Arbitrary<Item>): Arbitrary<Item> => {
  const items = fc.tuple(keys, attributes, bodies).map(([key, ...rest]) => Object.assign({}, key, ...rest) as Item);
  const refused = fc.tuple(items, refusedValues).map(([item, body]) => ({ ...item, body }));
  return fc.oneof({ weight: 40, arbitrary: items }, { weight: 1, arbitrary: refused });
};
/** Items by the shape of their keys: any, and such as the in-memory DynamoDB knows in a transaction. */
export const anyItems = itemsUnder(anyKeys);
export const shapedItems = itemsUnder(shapedKeys);

/** More than a page of them, in one partition. */
export const largeItems: Arbitrary<Item[]> = fc
  .tuple(
    pks,
    fc.uniqueArray(sks, { minLength: 7, maxLength: 9 }),
    fc.integer({ min: 150_000, max: 210_000 }),
    fc.boolean(),
  )
  .map(([pk, sks, size, isExact]) =>
    sks.map((sk) => {
      const key = marshall({ pk, sk });
      // Four of a quarter of a megabyte fill a page to the byte.
      const taken = 'pk'.length + pk.length + 'sk'.length + Buffer.byteLength(sk) + 'body'.length;
      return { ...key, body: { S: 'x'.repeat(isExact ? 2 ** 18 - taken : size) } };
    }),
  );
