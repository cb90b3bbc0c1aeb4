import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { ProfileRow as BuiltProfile } from '../profile-response.ts';
import type { RankingRow as BuiltRow, rankingResponse, rankingsResponse } from '../ranking-response.ts';
import type { basisBreaks, basisRows } from '../series-basis-response.ts';
import type { seriesBreaks, seriesRows } from '../series-response.ts';
import type { ProfileRow } from './profile-schemas.ts';
import type { EveryComponentMeta, RankingMeta, RankingRow } from './ranking-schemas.ts';
import type { SeriesBreak, SeriesRow } from './series-schemas.ts';

/** Each may stand for the other, and neither has a field that the other lacks. */
type Same<Built, Described> = [Built, keyof Built] extends [Described, keyof Described]
  ? [Described, keyof Described] extends [Built, keyof Built]
    ? true
    : 'described, not built'
  : 'built, not described';

/** What is built is what is described, field by field: these hold or the project does not compile. */

describe('a ranking as it is answered', () => {
  it('has the rows that the document describes', () => {
    expectTypeOf<Same<BuiltRow, z.output<typeof RankingRow>>>().toEqualTypeOf<true>();
    expectTypeOf<
      Same<ReturnType<typeof rankingResponse>['data'][number], z.output<typeof RankingRow>>
    >().toEqualTypeOf<true>();
  });

  it('says of them what the document describes', () => {
    type Built = ReturnType<typeof rankingResponse>['meta'];
    type Described = z.output<typeof RankingMeta>;
    expectTypeOf<Same<Omit<Built, 'change'>, Omit<Described, 'change' | 'next_cursor'>>>().toEqualTypeOf<true>();
    expectTypeOf<Built['change']>().toExtend<Described['change']>();
    expectTypeOf<ReturnType<typeof rankingResponse>['next']>().toEqualTypeOf<null>();
  });

  it('says of every component at once what the document describes', () => {
    type Built = Required<ReturnType<typeof rankingsResponse>['meta']>;
    type Described = z.output<typeof EveryComponentMeta>;
    expectTypeOf<
      Same<Omit<Built, 'components'>, Omit<Described, 'components' | 'next_cursor'>>
    >().toEqualTypeOf<true>();
    expectTypeOf<Built['components'][string]>().toExtend<Described['components'][string]>();
  });
});

describe('a series as it is answered', () => {
  it('has the rows and the breaks that the document describes', () => {
    expectTypeOf<Same<ReturnType<typeof seriesRows>[number], z.output<typeof SeriesRow>>>().toEqualTypeOf<true>();
    type Built = ReturnType<typeof seriesBreaks>[number] & { unit_set: string; unit: string | null };
    expectTypeOf<Same<Built, z.output<typeof SeriesBreak>>>().toEqualTypeOf<true>();
  });

  it('has the same on the basis of one unit set', () => {
    expectTypeOf<Same<ReturnType<typeof basisRows>[number], z.output<typeof SeriesRow>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof basisBreaks>[number], z.output<typeof SeriesBreak>>>().toEqualTypeOf<true>();
  });
});

describe('a profile as it is answered', () => {
  it('has the rows that the document describes', () => {
    expectTypeOf<Same<BuiltProfile, z.output<typeof ProfileRow>>>().toEqualTypeOf<true>();
  });
});
