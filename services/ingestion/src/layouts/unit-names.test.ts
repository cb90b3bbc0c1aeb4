import { resolveName } from '@chi-so/domain/resolve-name';
import { unitSets } from '@chi-so/reference-data/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitNamesOf } from './unit-names.ts';

const sets = unitSets().filter(({ unit_set }) => ['VN64', 'VN63', 'VN34', 'VN63-46'].includes(unit_set));

/** What happens to names on their way into a table. */
const CHANGES: ((name: string) => string)[] = [
  (name) => name,
  (name) => `${name} `,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => `Tỉnh ${name}`,
  (name) => `TP. ${name}`,
  (name) => `UBND tỉnh ${name}`,
  (name) => `${name} Province`,
  (name) => name.replaceAll(' ', '-'),
  (name) => name.replaceAll(' ', ''),
  (name) => name.replace(/\p{M}|[^\u0020-\u007F]/gu, '?'),
  (name) => name.slice(1),
  (name) => name.replace('n', 'm'),
];

describe('the names of a table', () => {
  it('mean the units that resolving each of them by itself gives, though most texts are passed over unasked', () => {
    const spelling = fc.constantFrom(
      ...sets.flatMap((set) =>
        set.units.flatMap(({ unit, name_vi, name_en, aliases }) =>
          [unit, name_vi, name_en, ...aliases].map((name) => ({ set, name })),
        ),
      ),
    );
    fc.assert(
      fc.property(spelling, fc.subarray(CHANGES, { maxLength: 2 }), ({ set, name }, changes) => {
        const text = changes.reduce((changed, change) => change(changed), name);
        fc.pre(/\p{L}/u.test(text));
        const names = unitNamesOf(set, '2019-12-31');
        expect(names.unitOf(text)).toBe(resolveName(text, [set], '2019-12-31').match?.unit.unit ?? null);
      }),
      { numRuns: 400 },
    );
  });
});
