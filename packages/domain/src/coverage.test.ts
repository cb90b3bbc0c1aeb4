import { expect, it } from 'vitest';
import { coverageOf, isLess, shareOf } from './coverage.ts';
import { NO_SCORE } from './score.ts';

const unit = (score: number | null) => ({
  ...{ ...NO_SCORE, score },
  ...{ unit: 'VN63-46', name_vi: 'Huế', name_en: 'Hue', maximum: null, percent: null, derived: false },
});

it('a unit without a score is not covered; one that scored nothing is', () => {
  expect(coverageOf({ units: [unit(0), unit(61.2), unit(null)] })).toEqual({ scored: 2, units: 3 });
});

it('a ranking of fewer provinces, all of them, does not cover less; one that misses a unit more does', () => {
  expect(isLess({ scored: 34, units: 34 }, { scored: 62, units: 63 })).toBe(false);
  expect(isLess({ scored: 63, units: 63 }, { scored: 63, units: 63 })).toBe(false);
  expect(isLess({ scored: 61, units: 63 }, { scored: 62, units: 63 })).toBe(true);
});

it('nothing of nothing is a share of 0', () => {
  expect(shareOf({ scored: 0, units: 0 })).toBe(0);
});
