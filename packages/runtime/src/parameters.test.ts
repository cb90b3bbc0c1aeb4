import { describe, expect, it } from 'vitest';
import { flag, instantOf, parameters, wholeNumber } from './parameters.ts';
import { Problem } from './problem.ts';

const KNOWN = ['set', 'edition', 'group', 'component', 'as_of', 'revision'] as const;

const refusalOf = (asking: () => unknown): Problem => {
  try {
    asking();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('nothing was refused');
};

describe('parameters', () => {
  it('that a route knows are taken, and lang everywhere', () => {
    expect(parameters({ set: 'VN63', lang: 'en' }, KNOWN)).toEqual({ set: 'VN63', lang: 'en' });
  });

  it.each([
    ['edtion', 'edition'],
    ['COMPONENT', 'component'],
    ['unit_set', 'set'],
    ['dimension', 'component'],
    ['date', 'as_of'],
    ['language', 'lang'],
  ])('such as %s are refused: did you mean %s?', (typed, suggestion) => {
    const { code, text, errors } = refusalOf(() => parameters({ [typed]: '1' }, KNOWN));

    expect(code).toBe('unknown-parameter');
    expect(text.en).toContain(`\`${typed}\`: did you mean \`${suggestion}\`?`);
    expect(text.vi).toContain(`\`${typed}\`: có phải \`${suggestion}\` không?`);
    expect(errors).toMatchObject([{ parameter: typed, suggestion }]);
  });

  it('misspelt in another word for a known one are understood too: yaer is period', () => {
    const one = refusalOf(() => parameters({ yaer: '2019' }, ['period']));
    const inPath = refusalOf(() => parameters({ yaer: '2019' }, KNOWN, { index: 'pci', period: '2019' }));

    expect(one.text.en).toContain('`yaer`: did you mean `period`?');
    expect(inPath.text.en).toContain('`yaer`: did you mean `period` of the path?');
  });

  it('that are like nothing are named, cut where they are endless, with what there is', () => {
    const { text, errors } = refusalOf(() => parameters({ zzzz: '1', ['x'.repeat(5000)]: '' }, ['set']));

    expect(text.en).toMatch(/There is no parameter `zzzz`.*this route takes: set, lang/);
    expect(errors.map(({ suggestion }) => suggestion)).toEqual([null, null]);
    expect(text.en.length).toBeLessThan(400);
  });

  it('never take the name of something that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(refusalOf(() => parameters(Object.fromEntries([[name, '1']]), KNOWN)).code).toBe('unknown-parameter');
    }
  });
});

describe('values of parameters', () => {
  it('are whole numbers, instants and flags, or refused by the name of the parameter', () => {
    expect(wholeNumber('revision', '12', 1, 99)).toBe(12);
    expect(instantOf('2024-05-06')).toBe('2024-05-06T23:59:59.999Z');
    expect(flag('dry_run', 'true')).toBe(true);
    for (const asking of [
      () => wholeNumber('revision', '1e3', 1, 9999),
      () => wholeNumber('revision', '100', 1, 99),
      () => instantOf('2026-02-31'),
      () => flag('dry_run', 'yes'),
    ]) {
      expect(refusalOf(asking)).toMatchObject({ status: 400, code: 'invalid-parameter', errors: [{}] });
    }
  });
});
