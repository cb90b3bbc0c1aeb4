import { Problem } from '@chi-so/runtime/problem';
import { describe, expect, it } from 'vitest';
import vn63 from '../../../../packages/reference-data/data/unit-sets/VN63.json' with { type: 'json' };
import { decodeText } from './decode-text.ts';
import { toTcvn3, toVni, toWindows1258 } from './legacy-fixtures.ts';

const NAMES = vn63.units.map(({ name_vi }) => name_vi);
const TEXT = `Tỉnh;Điểm\n${NAMES.map((name, at) => `${name};${at},18`).join('\n')}\n`;

const refusal = (bytes: Buffer): string => {
  try {
    return `read as ${decodeText(bytes).encoding}`;
  } catch (error) {
    return error instanceof Problem ? `${error.status} ${error.code}` : String(error);
  }
};

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('the bytes of a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8', true],
    ['UTF-8 with decomposed letters', Buffer.from(TEXT.normalize('NFD')), 'utf-8', false],
    ['the "Unicode text" of Excel', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le', true],
    ['UTF-16LE without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le', false],
    ['UTF-16BE with a mark', utf16be(`\uFEFF${TEXT}`), 'utf-16be', true],
    ['UTF-16BE without a mark', utf16be(TEXT), 'utf-16be', false],
    ['windows-1258', toWindows1258(TEXT), 'windows-1258', false],
  ] as const)('are read as %s', (_, bytes, encoding, marked) => {
    expect(decodeText(bytes)).toEqual({ text: TEXT, encoding, marked });
  });

  it('are read with one kind of line end, whichever they have', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  });

  it('of windows with only signs of print beyond ASCII are read', () => {
    expect(decodeText(Buffer.from('Ha Noi\x96Hue;\xA092,18', 'latin1')).text).toBe('Ha Noi–Hue;\u00A092,18');
  });

  it.each([
    ['French in windows-1252', Buffer.from('Préfecture;château;Besançon;où;naïve', 'latin1'), '415 encoding'],
    ['Chinese in GBK', Buffer.from('bab3c4da2cbad3c4da0ab1b1beaf2c39320a', 'hex'), '415 encoding'],
    ['UTF-8 that is cut off behind its mark', Buffer.from('efbbbf48e1bb', 'hex'), '415 encoding'],
    [
      'half a letter of UTF-16',
      Buffer.from(`fffe${Buffer.from('Huế', 'utf16le').toString('hex')}41`, 'hex'),
      '415 encoding',
    ],
    ['an archive', Buffer.from('1f8b0800000000000003edc1010d000000c2a0', 'hex'), '415 not-text'],
    ['zeros', Buffer.alloc(1000), '415 not-text'],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004 abc'), '415 not-text'],
  ])('are refused where they are %s', (_, bytes, expected) => {
    expect(refusal(bytes)).toBe(expected);
  });

  it('are refused where letters were lost on the way, with the line and what to do', () => {
    const damaged = Buffer.from(toWindows1258('Tỉnh;Điểm\nQuảng Trị;92,18\n').toString('utf8'));

    expect(() => decodeText(damaged)).toThrow(/line 1\).*application\/octet-stream/u);
    expect(refusal(damaged)).toBe('415 not-utf8');
  });

  it('are refused where a font from before Unicode is needed to read them, also inside UTF-8', () => {
    for (const [font, encode] of [
      ['TCVN3', toTcvn3],
      ['VNI', toVni],
    ] as const) {
      const bytes = encode(TEXT);
      expect(refusal(bytes)).toBe('415 legacy-font');
      expect(refusal(Buffer.from(bytes.toString('latin1')))).toBe('415 legacy-font');
      expect(() => decodeText(bytes)).toThrow(font);
    }
  });

  it('are not taken for such a font because of signs that proper text has', () => {
    const text =
      'Diện tích m², ±½, µm, «Xuân», Hoà, Tuấn, Thuỷ, naïve, Müller, San José, 2°C, Microsoft®, Việt–Đức, c©';

    expect(decodeText(Buffer.from(text)).text).toBe(text);
  });

  it('are refused where a line or the file is too long', () => {
    expect(refusal(Buffer.alloc(10_000_000, 'a'))).toBe('422 text-too-large');
    expect(refusal(Buffer.alloc(10_000_000, ','))).toBe('422 text-too-large');
    expect(refusal(Buffer.alloc(200_001, '\n'))).toBe('422 text-too-large');
    expect(refusal(Buffer.alloc(10_000_000, 0xe1))).toBe('422 text-too-large');
    expect(refusal(Buffer.from(`${'1'.repeat(99_999)}\n`.repeat(100)))).toBe('read as utf-8');
  });
});
