import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key.ts';
import { joined } from './name-match.ts';
import { resolveName } from './resolve-name.ts';

const sets = unitSets();
const set = (name: string) => sets.filter(({ unit_set }) => unit_set === name);
const unitOf = (name: string, era: string) => resolveName(name, set(era)).match?.unit;

const base64 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('base64').replace(/=+$/, '');
/** Runs of what is not ASCII, as UTF-7 writes them. */
const utf7 = (text: string): string => text.replace(/[^\u0020-\u007E]+/gu, (run) => `+${base64(run)}-`);
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');

const MANGLES: Record<string, (name: string) => string> = {
  'in NFD': (name) => name.normalize('NFD'),
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'without diacritics': plain,
  'in UTF-7': utf7,
  'in UTF-7 of NFD': (name) => utf7(name.normalize('NFD')),
  'in UTF-7 of its UTF-8 bytes': (name) =>
    utf7(
      name.replace(/[^\u0020-\u007E]/gu, (char) => Buffer.from(char).toString('latin1').replace(/./gsu, '\uFFFD$&')),
    ),
  'in Windows-1252 of its UTF-8 bytes': (name) => new TextDecoder('windows-1252').decode(Buffer.from(name)),
  'with doubled blanks': (name) => `  ${name.replaceAll(' ', '  ')}\u00A0`,
  'with hyphens': (name) => name.replaceAll(' ', '-'),
  'with dashes': (name) => name.replaceAll(' ', ' – '),
  'without blanks': (name) => name.replaceAll(' ', ''),
  'behind UBND': (name) => `UBND ${name}`,
};
/** Fails on letters that ASCII does not have: they are lost, and another unit's name may be left. */
const LOSSES: Record<string, (name: string) => string> = {
  'with question marks': (name) => name.normalize('NFC').replace(/[^\u0020-\u007E]/gu, '?'),
  'with marks of loss': (name) =>
    ` ${name
      .normalize('NFC')
      .toUpperCase()
      .replace(/[^\u0020-\u007E]/gu, '\uFFFD')}`,
  'with a lost blank before': (name) => `?${name.normalize('NFC').replace(/[^\u0020-\u007E]/gu, '?')}`,
};
const PROVINCE_SETS = ['VN64', 'VN63', 'VN34'];
const names = PROVINCE_SETS.flatMap((era) =>
  set(era).flatMap(({ units }) => units.map(({ unit, name_vi }) => ({ era, unit, name: name_vi }))),
);

describe('a garbled name', () => {
  it.each(Object.entries(MANGLES))('is its unit still, %s', (_, mangle) => {
    const wrong = names.filter(({ era, unit, name }) => unitOf(mangle(name), era)?.unit !== unit);
    expect(wrong.map(({ era, name }) => `${era} ${mangle(name)}`)).toEqual([]);
  });

  it.each(Object.entries(LOSSES))('is its unit or none, %s', (_, mangle) => {
    const results = names.map(({ era, unit, name }) => ({ unit, name, found: unitOf(mangle(name), era)?.unit }));
    const wrong = results.filter(({ unit, found }) => found !== undefined && found !== unit);
    const unresolved = results.filter(({ found }) => found === undefined).map(({ name }) => name);
    expect({ wrong, unresolved }).toEqual({ wrong: [], unresolved: [] });
  });
});

describe('random slips', () => {
  const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắấầậèéẻếềệìíịòóọồốộờớợùúụừứựỳý .-AĐHKNTB?');
  const edit = fc.record({
    how: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    letter: letters,
  });
  const apply = (name: string, { how, at, letter }: { how: string; at: number; letter: string }): string => {
    const chars = [...name];
    const place = Math.min(Math.floor(at * chars.length), chars.length - 1);
    if (how === 'insert') chars.splice(place, 0, letter);
    if (how === 'delete') chars.splice(place, 1);
    if (how === 'replace') chars.splice(place, 1, letter);
    if (how === 'swap') chars.splice(place, 2, ...chars.slice(place, place + 2).reverse());
    return chars.join('');
  };
  const folded = (name: string): string => joined(nameKey(name).all.marked);

  it.each([...PROVINCE_SETS, 'VN63-46', 'VN63-42'])(
    'of the names in %s give no other unit that has not exactly that name',
    (era) => {
      const units = set(era).flatMap((one) => one.units);
      const spelled = units.flatMap((unit) =>
        [unit.name_vi, unit.name_en, ...unit.aliases].map((name) => ({ unit: unit.unit, name })),
      );
      // A question mark may be all that is left of a blank.
      const owners = (text: string) =>
        spelled
          .filter(({ name }) => [text, text.replaceAll('?', ' ')].some((read) => folded(name) === folded(read)))
          .map(({ unit }) => unit);
      fc.assert(
        fc.property(
          fc.constantFrom(...spelled),
          fc.array(edit, { minLength: 1, maxLength: 3 }),
          ({ unit, name }, edits) => {
            const text = edits.reduce(apply, name);
            const found = unitOf(text, era)?.unit;
            expect(
              found === undefined || found === unit || owners(text).includes(found),
              `${name} → ${text} = ${found}`,
            ).toBe(true);
          },
        ),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
      );
    },
  );
});

/** Spellings collected from publications; they are not part of the repository. */
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'reference');
const read = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(SHARED, file), 'utf8'), { columns: true, bom: true });

describe.runIf(existsSync(SHARED))('spellings seen in publications', () => {
  it.each(['VN64', 'VN63'])('are those of the unit with their code in %s, all 326', (era) => {
    const rows = read('province_name_variants.csv');
    const others = rows.filter(({ gso_code, variant = '' }) => unitOf(variant, era)?.unit !== `${era}-${gso_code}`);

    expect(rows).toHaveLength(326);
    expect(others.map(({ variant }) => variant)).toEqual(era === 'VN63' ? ['Ha Tay', 'Hà Tây'] : []);
  });

  it.each(['VN64', 'VN63'])('and garbled by programs are right or unresolved in %s', (era) => {
    const rows = read('dirty_province_names.csv').map(({ original = '', fixed = '' }) => ({
      fixed: fixed.replace('+AC0-', '-'),
      found: unitOf(original, era)?.name_en,
    }));
    const same = (a: string, b: string) =>
      [a, b].map((name) => name.replace(/ City$|[ -]/g, '')).every((name, _, [first]) => name === first);
    const unresolved = rows.filter(({ found }) => found === undefined).map(({ fixed }) => fixed);

    expect(rows.filter(({ fixed, found }) => found !== undefined && !same(fixed, found))).toEqual([]);
    // Hà Bắc was no province any more in 2005; Hà Tây is of VN64 only; ĐẮC NÔNG is no alias yet.
    const known = era === 'VN63' ? ['Ha Bac', 'Ha Tay', 'Dak Nong'] : ['Ha Bac', 'Dak Nong'];
    expect(unresolved.filter((name) => !known.includes(name))).toEqual([]);
    expect(unresolved.length).toBeLessThanOrEqual(era === 'VN63' ? 11 : 6);
  });
});
