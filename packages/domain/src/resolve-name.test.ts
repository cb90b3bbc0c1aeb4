import { unitSets } from '@chi-so/reference-data/catalogue';
import { describe, expect, it } from 'vitest';
import { resolveName } from './resolve-name.ts';

const sets = unitSets();
const provinces = sets.filter(({ parent }) => parent === null);
const named = (name: string) => sets.filter(({ unit_set }) => unit_set === name);
const inForce = (on: string) =>
  provinces.filter(({ valid_from, valid_to }) => (valid_from ?? '') <= on && on <= (valid_to ?? '9'));

const inSet = (name: string, set: string, on?: string) => resolveName(name, named(set), on);
const on = (day: string, name: string) => resolveName(name, inForce(day), day).match?.unit.unit;
const found = (name: string, set: string) => {
  const { match } = inSet(name, set);
  return match && `${match.unit.unit} ${match.rule}`;
};
const could = (name: string, set: string) => inSet(name, set).candidates.map(({ unit, rule }) => `${unit} ${rule}`);

describe('a name', () => {
  it('that ships is the name of its unit, within its set, and so is every alias', () => {
    const wrong = sets.flatMap((set) =>
      set.units.flatMap((unit) =>
        [unit.name_vi, unit.name_en, ...unit.aliases, unit.unit]
          .filter((name) => resolveName(name, [set]).match?.unit.unit !== unit.unit)
          .map((name) => `${unit.unit}: ${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['Bắc Ninh', 'VN63-27 exact'],
    ['bắc  ninh', 'VN63-27 folded'],
    ['BAC NINH', 'VN63-27 folded'],
    ['TT Hue', 'VN63-46 folded'],
    ['TTHuế', 'VN63-46 folded'],
    ['UBND tỉnh Bắc Ninh', 'VN63-27 without-kind'],
    ['Bac Ninh Province', 'VN63-27 without-kind'],
    ['TP Ha Noi', 'VN63-01 folded'],
    ['Thừa Thiên Hue', 'VN63-46 missing-marks'],
    ['Qu?ng Tr?', 'VN63-45 lost-letters'],
    ['Qu?ng Bình', 'VN63-44 lost-letters'],
    ['vn63-27', 'VN63-27 unit-id'],
    ['27', 'VN63-27 gso-code'],
    ['1', 'VN63-01 gso-code'],
  ])('resolves by the strictest rule that fits: %s', (name, unit) => {
    expect(found(name, 'VN63')).toBe(unit);
  });

  it.each([
    ['UBND thành phố Huế', 'VN63-46.thanh-pho-hue'],
    ['TP. Huế', 'VN63-46.thanh-pho-hue'],
    ['H. Phú Lộc', 'VN63-46.huyen-phu-loc'],
    ['TX Hương Thuỷ', 'VN63-46.thi-xa-huong-thuy'],
    ['So Noi vu', 'VN63-46.so-noi-vu'],
    ['Sở Văn hoá & Thể thao', 'VN63-46.so-van-hoa-va-the-thao'],
  ])('of a unit inside a province resolves there: %s', (name, unit) => {
    expect(inSet(name, 'VN63-46').match?.unit.unit).toBe(unit);
  });

  it('of one era is not that of another', () => {
    expect([on('2024-12-31', 'Bắc Ninh'), on('2025-08-01', 'Bắc Ninh')]).toEqual(['VN63-27', 'VN34-24']);
    expect([on('2008-07-31', 'Hà Tây'), on('2008-08-01', 'Hà Tây')]).toEqual(['VN64-28', undefined]);
  });

  it('that several eras have names nothing without a day', () => {
    expect(resolveName('Thanh Hoá', provinces)).toMatchObject({
      match: null,
      candidates: [
        { unit: 'VN34-38', unit_set: 'VN34', name_vi: 'Thanh Hoá', rule: 'exact' },
        { unit: 'VN63-38', rule: 'folded' },
        { unit: 'VN64-38', rule: 'folded' },
      ],
    });
    expect(resolveName('Hà Tây', provinces).match?.unit.unit).toBe('VN64-28');
  });
});

describe('a bare GSO code', () => {
  it('names nothing without an era', () => {
    const { match, candidates } = resolveName('27', provinces);
    expect([match, candidates.map(({ unit }) => unit)]).toEqual([null, ['VN63-27', 'VN64-27']]);
    expect(resolveName('28', provinces)).toMatchObject({ match: null, candidates: [{ unit: 'VN64-28' }] });
  });

  it.each(['15', '24', '44', '52', '80', '82', '91'])('changed owner on 2025-07-01: %s', (code) => {
    const [before, after] = [inForce('2025-06-30'), inForce('2025-07-01')].map((era) => resolveName(code, era).match);
    expect([before?.unit.unit, after?.unit.unit]).toEqual([`VN63-${code}`, `VN34-${code}`]);
    expect(before?.unit.name_vi).not.toBe(after?.unit.name_vi);
  });
});

describe('the merger of 2025-07-01', () => {
  const before = named('VN63').flatMap(({ units }) => units);
  const after = named('VN34').flatMap(({ units }) => units);
  const plain = (name: string) => name.replace(/\s*City$|[\s-]/g, '').toLowerCase();

  it.each(before.map(({ unit, name_vi, name_en }) => [name_vi, unit, name_en]))('%s', (name, unit, english) => {
    const later = after.find(({ name_en }) => plain(name_en) === plain(english))?.unit;

    expect(on('2025-06-30', name)).toBe(unit);
    expect(on('2025-07-01', name)).toBe(later);
  });

  it.each(after.map(({ unit, name_vi }) => [name_vi, unit]))('leaves %s as %s', (name, unit) => {
    expect(on('2025-07-01', name)).toBe(unit);
  });
});

describe('it never guesses', () => {
  it.each([
    ['TP. Cà Mau', 'VN63-96 other-kind'],
    ['Thành phố Hà Tĩnh', 'VN63-42 other-kind'],
    ['Thành phố Bắc Ninh', 'VN63-27 other-kind'],
    ['Thành phố Huế', 'VN63-46 other-kind'],
    ['TP. Huế', 'VN63-46 other-kind'],
    ['Huyện Quảng Ninh', 'VN63-22 other-kind'],
    ['Tỉnh Đà Nẵng', 'VN63-48 other-kind'],
  ])('takes no province for a unit of another kind: %s', (name, candidate) => {
    expect([found(name, 'VN63'), could(name, 'VN63')]).toEqual([null, [candidate]]);
  });

  it('takes a contradicting kind word only where an alias is exactly that', () => {
    expect([found('TP.Huế', 'VN63'), found('tp.huế', 'VN63')]).toEqual(['VN63-46 exact', null]);
  });

  it('reads the kind of a unit as of the day', () => {
    expect([on('2024-12-31', 'Thành phố Huế'), on('2025-02-01', 'Thành phố Huế')]).toEqual([undefined, 'VN63-46']);
  });

  it.each([
    'Phù Yên',
    'Hàu Giang',
    'Tỉnh Hau Giang',
    'Tiên Giang',
    'Quãng Nam',
    'Hà Bắc',
    'Hà Bắc (cũ)',
    'H?',
    '???',
    '',
    '…',
  ])('does not take one diacritic for another, nor a slip for a name: %s', (name) => {
    expect(found(name, 'VN63')).toBeNull();
  });

  it('shows names that are near, nearest first', () => {
    expect(could('Hàu Giang', 'VN63').slice(0, 2)).toEqual(['VN63-93 near', 'VN63-02 near']);
  });

  it('knows that a partial list may lack the unit that is meant', () => {
    expect([found('Kỳ Anh', 'VN63-42'), could('Kỳ Anh', 'VN63-42')]).toEqual([
      null,
      ['VN63-42.thi-xa-ky-anh without-kind'],
    ]);
    expect(found('TX. Kỳ Anh', 'VN63-42')).toBe('VN63-42.thi-xa-ky-anh without-kind');
  });

  it('resolves nothing that two units of a set share', () => {
    const [set] = named('VN63');
    const twin = { unit: 'VN63-00', name_vi: 'Bắc Ninh', name_en: 'Twin', groups: [], aliases: [] };
    expect(set && resolveName('Bắc Ninh', [{ ...set, units: [...set.units, twin] }]).match).toBeNull();
  });
});
