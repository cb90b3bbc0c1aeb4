import type {
  IndexAnswer,
  IndicesAnswer,
  MethodologyAnswer,
  UnitSetsAnswer,
} from '@chi-so/contract/openapi/catalogue-schemas';
import type { ColumnsAnswer } from '@chi-so/contract/openapi/file-schemas';
import type { ChangesAnswer, ReleasesAnswer } from '@chi-so/contract/openapi/release-schemas';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { ReleaseChange } from '@chi-so/domain/release-change';
import type { listIndices, MethodologySummary, UnitSetSummary } from '@chi-so/storage/catalogue';
import type { ReleaseSummary } from '@chi-so/storage/releases';
import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { Provenance } from './exports/provenance.ts';

/** What is read from the tables and answered as it is: these hold or the project does not compile. */

type Row<Answer extends z.ZodType<{ data: unknown[] }>> = z.output<Answer>['data'][number];

/** Each may stand for the other, and neither has a field that the other lacks. */
type Same<Stored, Described> = [Stored, keyof Stored] extends [Described, keyof Described]
  ? [Described, keyof Described] extends [Stored, keyof Stored]
    ? true
    : 'described, not stored'
  : 'stored, not described';

describe('a row as it is stored is described', () => {
  it('of releases and changes', () => {
    expectTypeOf<Same<ReleaseSummary, Row<typeof ReleasesAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReleaseChange, Row<typeof ChangesAnswer>>>().toEqualTypeOf<true>();
  });

  it('of the catalogue', () => {
    type Index = Awaited<ReturnType<typeof listIndices>>[number];
    type Summary = z.output<typeof IndexAnswer>['meta']['methodologies'][number];
    expectTypeOf<Same<Index, Row<typeof IndicesAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<MethodologySummary, Summary>>().toEqualTypeOf<true>();
    expectTypeOf<Same<PinnedMethodology, Row<typeof MethodologyAnswer>>>().toEqualTypeOf<true>();
    expectTypeOf<Same<UnitSetSummary, Row<typeof UnitSetsAnswer>>>().toEqualTypeOf<true>();
  });

  it('of where the figures of a file come from', () => {
    type About = Pick<z.output<typeof ColumnsAnswer>['meta'], keyof Provenance>;
    expectTypeOf<Same<Provenance, About>>().toEqualTypeOf<true>();
  });
});
