import { describe, expect, it } from 'vitest';
import { LOST, ungarbled } from './garbled-text.ts';
import { nameKey } from './name-key.ts';
import { editDistance, joined } from './name-match.ts';

const marked = (name: string) => joined(nameKey(name).all.marked);
const bare = (name: string) => nameKey(name).bare.plain;

describe('the key of a name', () => {
  it.each([
    ['Unicode form', 'Thừa Thiên Huế'.normalize('NFD'), 'Thừa Thiên Huế'],
    ['case', 'THỪA THIÊN HUẾ', 'Thừa Thiên Huế'],
    ['đ', 'ĐẮK LẮK', 'đắk lắk'],
    ['the place of the tone mark', 'Thanh Hoá', 'Thanh Hóa'],
    ['the place of the tone mark', 'Hương Thuỷ', 'Hương Thủy'],
    ['the place of the tone mark', 'Khoẻ', 'Khỏe'],
    ['dots', 'TT.Huế', 'TT Huế'],
    ['hyphens', 'TT-Huế', 'TTHuế'],
    ['dashes', 'Bà Rịa–Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['blanks', '  Bà\u00A0Rịa   Vũng\tTàu ', 'Bà Rịa Vũng Tàu'],
    ['invisible characters', 'Hà\u200B N\u00ADội\uFEFF', 'Hà Nội'],
    ['the sign for và', 'Sở Văn hoá & Thể thao', 'Sở Văn hóa và Thể thao'],
    ['a blank that is left out', 'ĐắkLắk', 'Đắk Lắk'],
    ['a blank that is left out', 'NghệAn', 'Nghệ An'],
    ['case in the middle of a word', 'LàO CAI', 'Lào Cai'],
    ['Đ from another alphabet', 'Ðồng Nai', 'Đồng Nai'],
  ])('does not depend on %s: %s', (_, one, other) => {
    expect(marked(one)).toBe(marked(other));
  });

  it.each([
    ['Phù Yên', 'Phú Yên'],
    ['Hàu Giang', 'Hậu Giang'],
    ['Dak Lak', 'Đắk Lắk'],
    ['Quãng Nam', 'Quảng Nam'],
  ])('depends on diacritics: %s is not %s', (one, other) => {
    expect(marked(one)).not.toBe(marked(other));
  });
});

describe('the word for the kind of unit', () => {
  it.each([
    ['Tỉnh Bắc Ninh', 'bac ninh', ['province']],
    ['UBND tỉnh Bắc Ninh', 'bac ninh', ['province']],
    ['Uỷ ban nhân dân huyện A Lưới', 'a luoi', ['rural']],
    ['TP.Huế', 'hue', ['city']],
    ['Tp. Hồ Chí Minh', 'ho chi minh', ['city']],
    ['thanh pho ho chi minh', 'ho chi minh', ['city']],
    ['TX. Hương Trà', 'huong tra', ['town']],
    ['Quận Thuận Hóa', 'thuan hoa', ['urban']],
    ['Bà Rịa–Vũng Tàu province', 'ba ria vung tau', ['province']],
    ['Phú Lộc District', 'phu loc', ['rural', 'urban']],
    ["People's Committee of Bac Ninh Province", 'bac ninh', ['province']],
  ])('is set apart: %s', (name, rest, kinds) => {
    expect(nameKey(name)).toMatchObject({ kinds, bare: { plain: rest } });
  });

  it.each(['Sở Nội vụ', 'Hà Tĩnh', 'Huế', 'Tĩnh Gia', 'Văn phòng UBND tỉnh', 'Tỉnh', 'TT-Huế'])(
    'is not found where it is part of the name: %s',
    (name) => {
      expect([nameKey(name).kinds, bare(name)]).toEqual([[], nameKey(name).all.plain]);
    },
  );
});

describe('garbled text', () => {
  it.each([
    ['Ti+HsE-n Giang', 'Tiền Giang'],
    ['+ARABAw-k L+AQM-k', 'Đăk Lăk'],
    ['Thua Thien +AC0- Hue', 'Thua Thien - Hue'],
    ['T+//0Aw//9AII-Y NINH', 'TÂY NINH'],
    ['+//0AxP/9AJD//QDh//0Au//9AJI-NG NAI', 'ĐỒNG NAI'],
    ['H+//0Aw//9AID//QDC//0AoA-NAM', 'HÀ\u00A0NAM'],
    ['T+//0A7//9AL///QC9-Y NINH', `T${LOST}Y NINH`],
    ['L+ADw-U+1ED//QA+-ng Son', `L${LOST}ng Son`],
    ['TH+ADw-U+1EEAPg-A', `TH${LOST}A`],
    ['+//0A7//9AL///QC9ADw-U+1ED//QA+-NG NAI', `${LOST}${LOST}NG NAI`],
    ['HÃ\u00A0 Ná»™i', 'Hà Nội'],
    ['H&#224; N&#x1ED9;i', 'Hà Nội'],
    ['H<U+00E0> N<U+1ED9>i', 'Hà Nội'],
  ])('is read: %s', (garbled, text) => {
    expect(ungarbled(garbled)).toBe(text);
  });

  it.each(['Hà Nội', 'XÃ BA', 'a+b', 'C+D-E', 'Sở Y tế + Sở Nội vụ', 'x < y', `H${LOST}ê`])(
    'is not seen where there is none: %s',
    (text) => {
      expect(ungarbled(text)).toBe(text);
    },
  );
});

describe('the distance of two names', () => {
  it.each([
    ['hanam', 'hanam', 0],
    ['hagiang', 'haugiang', 1],
    ['bninh', 'nbinh', 1],
    ['haiduong', 'haiphong', 2],
    ['hanam', 'quangnam', 3],
    ['', 'ab', 2],
  ])('counts slips, and no further than asked: %s, %s', (a, b, distance) => {
    expect([editDistance(a, b, 2), editDistance(b, a, 2)]).toEqual([distance, distance]);
  });
});
