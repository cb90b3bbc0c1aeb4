/** Vietnamese in the encodings from before Unicode, as bytes: for tests only. */

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;
const letters = (vowel: string): string[] => TONES.map((tone) => (vowel + tone).normalize('NFC'));

const W1258 = new Map(
  Array.from({ length: 128 }, (_, at) => [new TextDecoder('windows-1258').decode(Uint8Array.of(at + 128)), at + 128]),
);

/** Tones behind letters with a quality, whole letters where the code page has them: as Windows writes it. */
export const toWindows1258 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text.normalize('NFC')).flatMap((char) => {
      const whole = W1258.get(char) ?? (char < '\u0080' ? char.charCodeAt(0) : undefined);
      if (whole !== undefined) return [whole];
      const [, base = '', tone = ''] = /^(.*?)([\u0300\u0301\u0303\u0309\u0323])(.*)$/u.exec(toneLast(char)) ?? [];
      return [W1258.get(base) ?? base.charCodeAt(0), W1258.get(tone) ?? 0x3f];
    }),
  );

const toneLast = (char: string): string => {
  const parts = char.normalize('NFD');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(parts)?.[0] ?? '';
  return parts.replace(tone, '').normalize('NFC') + tone;
};

/** In the order of the tones: none, grave, hook, tilde, acute, dot. */
const TCVN3: Record<string, readonly number[]> = {
  a: [0x61, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9],
  ă: [0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6],
  â: [0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb],
  e: [0x65, 0xcc, 0xce, 0xcf, 0xd0, 0xd1],
  ê: [0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6],
  i: [0x69, 0xd7, 0xd8, 0xdc, 0xdd, 0xde],
  o: [0x6f, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4],
  ô: [0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9],
  ơ: [0xac, 0xea, 0xeb, 0xec, 0xed, 0xee],
  u: [0x75, 0xef, 0xf1, 0xf2, 0xf3, 0xf4],
  ư: [0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9],
  y: [0x79, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe],
};
const TCVN3_BYTES = new Map<string, number>([
  ['đ', 0xae],
  ['Đ', 0xa7],
  ...Object.entries(TCVN3).flatMap(([vowel, bytes]) =>
    letters(vowel).map((letter, at) => [letter, bytes[at] ?? 0x3f] as [string, number]),
  ),
]);

export const toTcvn3 = (text: string): Buffer =>
  Buffer.from(
    Array.from(
      text.normalize('NFC'),
      (char) => TCVN3_BYTES.get(char) ?? TCVN3_BYTES.get(char.toLowerCase()) ?? char.charCodeAt(0),
    ),
  );

const VNI_BASE: Record<string, string> = { ă: 'aê', â: 'aâ', ê: 'eâ', ô: 'oâ', ơ: 'ô', ư: 'ö' };
const VNI_TONES = ['', 'ø', 'û', 'õ', 'ù', 'ï'];
const VNI_CIRCUMFLEX = ['â', 'à', 'å', 'ã', 'á', 'ä'];
const VNI_BREVE = ['ê', 'è', 'ú', 'ü', 'é', 'ë'];
const VNI_I = ['i', 'ì', 'æ', 'ó', 'í', 'ò'];

const vniOf = (vowel: string, tone: number): string => {
  if (vowel === 'i') return VNI_I[tone] ?? '';
  const base = VNI_BASE[vowel] ?? vowel;
  if ('âêô'.includes(vowel)) return (base[0] ?? '') + (VNI_CIRCUMFLEX[tone] ?? '');
  if (vowel === 'ă') return `a${VNI_BREVE[tone] ?? ''}`;
  return base + (VNI_TONES[tone] ?? '');
};
const VNI = new Map<string, string>([
  ['đ', 'ñ'],
  ['Đ', 'Ñ'],
  ...Object.keys(TCVN3).flatMap((vowel) =>
    letters(vowel).map((letter, tone) => [letter, vniOf(vowel, tone)] as [string, string]),
  ),
]);

export const toVni = (text: string): Buffer =>
  Buffer.from(
    Array.from(text.normalize('NFC'), (char) => VNI.get(char) ?? VNI.get(char.toLowerCase()) ?? char).join(''),
    'latin1',
  );
