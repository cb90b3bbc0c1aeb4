import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { decompositionResponse } from '../analysis/decomposition-response.ts';
import type { gapResponse } from '../analysis/gap-response.ts';
import type { moversResponse } from '../analysis/movers-response.ts';
import type { peersResponse } from '../analysis/peers-response.ts';
import type { whatIfResponse } from '../analysis/what-if-response.ts';
import type { DecompositionAnswer } from './decomposition-schemas.ts';
import type { GapAnswer } from './gap-schemas.ts';
import type { MoversAnswer } from './movers-schemas.ts';
import type { PeersAnswer } from './peers-schemas.ts';
import type { WhatIfAnswer } from './what-if-schemas.ts';

/** Each may stand for the other, in rows and in what is said of them; and neither has a field that the other lacks. */
type Same<Built extends Answer, Described extends Answer> = [Built, Fields<Built>] extends [
  Described,
  Fields<Described>,
]
  ? [Described, Fields<Described>] extends [Built, Fields<Built>]
    ? true
    : 'described, not built'
  : 'built, not described';

type Answer = { data: object[]; meta: object };
type Fields<A extends Answer> = [keyof A['data'][number], keyof A['meta']];

describe('an analysis as it is answered', () => {
  it('has the rows and says of them what the document describes', () => {
    type Decomposition = ReturnType<typeof decompositionResponse>;
    expectTypeOf<Same<Decomposition, z.output<typeof DecompositionAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof gapResponse>, z.output<typeof GapAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof whatIfResponse>, z.output<typeof WhatIfAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof moversResponse>, z.output<typeof MoversAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof peersResponse>, z.output<typeof PeersAnswer>>>().toEqualTypeOf<true>();
  });
});
