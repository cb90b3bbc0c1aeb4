import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc, { type Arbitrary } from 'fast-check';

/** Conditions of writes: those that storage has, and any that can be made of the same words. */

export type ArbitraryCondition = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
};

const STORED = [
  'attribute_not_exists(pk)',
  'attribute_exists(pk)',
  'request_id = :one',
  '#state = :waiting AND request_id = :one',
  '#version = :version',
  'attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND #format < :format)',
  'attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND #format <= :format)',
  'attribute_not_exists(#entry) OR #entry < :entry OR (#entry = :entry AND (#format < :format OR (#format = :format AND #degraded = :true)))',
];

/** Attributes that items have, one of another type than its values, and one that nothing has. */
const paths = fc.constantFrom('#entry', '#format', '#degraded', '#state', '#body', '#nowhere', 'request_id', 'sk');
const values = fc.constantFrom(
  ':entry',
  ':format',
  ':one',
  ':waiting',
  ':version',
  ':true',
  ':whole',
  ':bytes',
  ':map',
);

const { text: expressions } = fc.letrec<{ text: string }>((tie) => {
  const comparison = fc
    .tuple(fc.oneof({ weight: 5, arbitrary: paths }, { weight: 1, arbitrary: values }), values)
    .filter(([left, right]) => left !== right)
    .chain(([left, right]) => {
      const isOrdered = ![left, right].some((one) => [':true', ':whole', ':map'].includes(one));
      const equality = fc.constantFrom('=', '<>');
      const order = fc.constantFrom('<', '<=', '>', '>=');
      return fc
        .oneof({ weight: isOrdered ? 5 : 20, arbitrary: equality }, { weight: isOrdered ? 10 : 1, arbitrary: order })
        .map((operator) => `${left} ${operator} ${right}`);
    });
  const existence = fc
    .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), paths)
    .map(([name, path]) => `${name}(${path})`);
  const joined = (word: string) => fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a} ${word} ${b}`);
  return {
    text: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expression' },
      { weight: 4, arbitrary: comparison },
      { weight: 2, arbitrary: existence },
      { weight: 2, arbitrary: joined('AND') },
      { weight: 2, arbitrary: joined('OR') },
      { weight: 1, arbitrary: tie('text').map((text) => `NOT ${text}`) },
      // In parentheses, but for what is as a whole in them already: that would be refused.
      { weight: 3, arbitrary: tie('text').map((text) => (text.startsWith('(') ? text : `(${text})`)) },
    ),
  };
});

const given = fc.record({
  ':entry': fc.constantFrom(0, 1, 2, 10),
  ':format': fc.constantFrom(1, 2),
  ':version': fc.constantFrom(1, 2),
  ':one': fc.constant('one'),
  ':waiting': fc.constant('waiting'),
  ':true': fc.constant(true),
  ':whole': fc.boolean(),
  ':bytes': fc.uint8Array({ maxLength: 2 }),
  ':map': fc.constant({ land: 1, x: '' }),
});

type Slip = 'none' | 'a value too many' | 'a value missing' | 'a name too many' | 'no expression' | 'parentheses';
const slips = fc.oneof(
  { weight: 40, arbitrary: fc.constant<Slip>('none') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Slip>(
      'a value too many',
      'a value missing',
      'a name too many',
      'no expression',
      'parentheses',
    ),
  },
);

const withPlaceholders = (text: string, given: Record<string, unknown>, slip: Slip): ArbitraryCondition => {
  const used = (sign: string) => [...new Set(text.match(new RegExp(`${sign}\\w+`, 'gu')))];
  const names = used('#').map((name): [string, string] => [name, name.slice(1)]);
  const values = used(':').map((name): [string, unknown] => [name, given[name]]);
  if (slip === 'a value too many') values.push([':unused', 1]);
  if (slip === 'a value missing') values.pop();
  if (slip === 'a name too many') names.push(['#unused', 'unused']);
  return {
    ...(slip === 'no expression' ? {} : { ConditionExpression: slip === 'parentheses' ? `((${text}))` : text }),
    ...(names.length > 0 ? { ExpressionAttributeNames: Object.fromEntries(names) } : {}),
    ...(values.length > 0 ? { ExpressionAttributeValues: marshall(Object.fromEntries(values)) } : {}),
  };
};

export const conditions: Arbitrary<ArbitraryCondition> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom(...STORED), expressions), given, slips)
      .map(([text, values, slip]) => withPlaceholders(text, values, slip)),
  },
);
