import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { invalid, notInMemory } from './memory-refusals.ts';
import { compareValues, isSameValue, type StoredItem } from './memory-values.ts';

/**
 * Condition expressions, as far as they are known here: `attribute_exists` and `attribute_not_exists` of an attribute,
 * comparisons of an attribute or a value with a value, AND, OR, NOT, parentheses.
 */

type Given = {
  item: StoredItem | undefined;
  names: Readonly<Record<string, string>>;
  values: Readonly<Record<string, AttributeValue>>;
};
type Test = (given: Given) => boolean;
type Part = { test: Test; isInParentheses: boolean };
type Operand = { text: string; isValue: boolean; of: (given: Given) => AttributeValue | undefined };

export type Expression = {
  holds: Test;
  /** The placeholders that occur in it, as often as they do. */
  names: string[];
  values: string[];
  /** Values that must have an order. */
  ordered: string[];
};

const TOKEN = /\s*(<>|<=|>=|[=<>()]|[#:]?\w+)/uy;
/** Attributes that may be named as they are: DynamoDB reserves 573 words, and these are not among them. */
const PLAIN_NAMES = ['pk', 'sk', 'request_id'];
const COMPARISONS: Record<string, (a: AttributeValue | undefined, b: AttributeValue | undefined) => boolean> = {
  '=': (a, b) => a !== undefined && b !== undefined && isSameValue(a, b),
  // True of an attribute that is not there, as DynamoDB has it; all the other comparisons are false.
  '<>': (a, b) => !(a !== undefined && b !== undefined && isSameValue(a, b)),
  '<': (a, b) => order(a, b) < 0,
  '<=': (a, b) => order(a, b) <= 0,
  '>': (a, b) => order(a, b) > 0,
  '>=': (a, b) => order(a, b) >= 0,
};
const order = (a: AttributeValue | undefined, b: AttributeValue | undefined): number =>
  (a && b && compareValues(a, b)) ?? Number.NaN;

const parsed = new Map<string, Expression>();

/** Reads an expression; each text once. */
export const expressionOf = (text: string): Expression => {
  const known = parsed.get(text);
  if (known) return known;
  const expression = parse(text);
  parsed.set(text, expression);
  return expression;
};

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw notInMemory(`"${text.slice(from)}" in the expression "${text}"`);
    tokens.push(token);
  }
  return tokens;
};

const parse = (text: string): Expression => {
  const tokens = tokensOf(text);
  if (tokens.length === 0) throw invalid('Invalid ConditionExpression: The expression can not be empty;');
  const unknown = () => notInMemory(`the expression "${text}" at "${tokens.join(' ')}"`);
  const names: string[] = [];
  const values: string[] = [];
  const ordered: string[] = [];

  const expect = (token: string): void => {
    if (tokens[0] !== token) throw unknown();
    tokens.shift();
  };

  const operand = (): Operand => {
    const token = tokens[0] ?? '';
    if (!/^[#:]\w/u.test(token) && !PLAIN_NAMES.includes(token)) throw unknown();
    tokens.shift();
    if (token.startsWith(':')) {
      values.push(token);
      return { text: token, isValue: true, of: (given) => given.values[token] };
    }
    if (token.startsWith('#')) names.push(token);
    const nameOf = ({ names }: Given) => (token.startsWith('#') ? (names[token] ?? '') : token);
    const of = (given: Given) => {
      const name = nameOf(given);
      return given.item && Object.hasOwn(given.item, name) ? given.item[name] : undefined;
    };
    return { text: token, isValue: false, of };
  };

  const comparison = (): Test => {
    const left = operand();
    const operator = tokens.shift() ?? '';
    const compare = COMPARISONS[operator];
    if (!compare) throw unknown();
    const right = operand();
    // Of two attributes, or of one value with itself: the service refuses some of these, and nothing here needs them.
    if (!right.isValue || left.text === right.text) {
      throw notInMemory(`the comparison "${left.text} ${operator} ${right.text}"`);
    }
    if (operator !== '=' && operator !== '<>') {
      ordered.push(...[left, right].filter(({ isValue }) => isValue).map(({ text }) => text));
    }
    return (given) => compare(left.of(given), right.of(given));
  };

  const existence = (isThere: boolean): Test => {
    tokens.shift();
    expect('(');
    const path = operand();
    if (path.isValue) throw invalid('Invalid ConditionExpression: Operator or function requires a document path');
    expect(')');
    return (given) => (path.of(given) !== undefined) === isThere;
  };

  const primary = (): Part => {
    if (tokens[0] === 'attribute_exists') return { test: existence(true), isInParentheses: false };
    if (tokens[0] === 'attribute_not_exists') return { test: existence(false), isInParentheses: false };
    if (tokens[0] !== '(') return { test: comparison(), isInParentheses: false };
    tokens.shift();
    const { test, isInParentheses } = disjunction();
    expect(')');
    if (isInParentheses) throw invalid('Invalid ConditionExpression: The expression has redundant parentheses;');
    return { test, isInParentheses: true };
  };

  const negation = (): Part => {
    if (tokens[0] !== 'NOT') return primary();
    tokens.shift();
    const { test } = negation();
    return { test: (given) => !test(given), isInParentheses: false };
  };

  const joined = (word: string, part: () => Part, join: (tests: Test[]) => Test): Part => {
    const first = part();
    if (tokens[0] !== word) return first;
    const tests = [first.test];
    while (tokens[0] === word) {
      tokens.shift();
      tests.push(part().test);
    }
    return { test: join(tests), isInParentheses: false };
  };

  const conjunction = (): Part => joined('AND', negation, (tests) => (given) => tests.every((test) => test(given)));
  const disjunction = (): Part => joined('OR', conjunction, (tests) => (given) => tests.some((test) => test(given)));

  const { test } = disjunction();
  if (tokens.length > 0) throw unknown();
  return { holds: test, names, values, ordered };
};
