import { expect, it } from 'vitest';
import { nameIn } from './name-in.ts';

it('is the name in the language, and none of nothing', () => {
  const hue = { name_vi: 'Huế', name_en: 'Hue' };

  expect([nameIn('vi', hue), nameIn('en', hue), nameIn('vi', undefined)]).toEqual(['Huế', 'Hue', undefined]);
});
