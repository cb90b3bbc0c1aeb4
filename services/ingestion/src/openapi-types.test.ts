import type { AuditRow } from '@chi-so/contract/audit-row';
import type { AuditAnswer } from '@chi-so/contract/openapi/audit-schemas';
import type { AcknowledgeAnswer, DiffAnswer, DraftsAnswer, UploadReport } from '@chi-so/contract/openapi/draft-schemas';
import type { TargetsAnswer } from '@chi-so/contract/openapi/target-schemas';
import type { CellChange } from '@chi-so/domain/release-diff';
import type { Acknowledgement } from '@chi-so/storage/acknowledgements';
import type { Embargo } from '@chi-so/storage/embargoes';
import { describe, expectTypeOf, it } from 'vitest';
import type * as z from 'zod';
import type { ReleaseReport } from './draft-release.ts';
import type { reportMeta, reportRows, shownFindings } from './report.ts';
import type { countsOfTargets, ShownTarget } from './targets/plan-rows-answer.ts';

/** What those who write are answered: these hold or the project does not compile. */

/** Each may stand for the other, and neither has a field that the other lacks. */
type Same<Built, Described> = [Built, keyof Built] extends [Described, keyof Described]
  ? [Described, keyof Described] extends [Built, keyof Built]
    ? true
    : 'described, not built'
  : 'built, not described';

describe('an answer to a writer is described', () => {
  it('of a file that was sent', () => {
    type Report = z.output<typeof UploadReport>;
    expectTypeOf<Same<ReturnType<typeof reportRows>[number], Report['data'][number]>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof reportMeta> & { rows: number }, Report['meta']>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof shownFindings>, Report['meta']['findings']>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReleaseReport['status'], Report['meta']['status']>>().toEqualTypeOf<true>();
  });

  it('of drafts and what becomes of them', () => {
    type Waiting = NonNullable<z.output<typeof DraftsAnswer>['meta']['embargo']>;
    type Cell = Omit<z.output<typeof DiffAnswer>['data'][number], 'index' | 'period' | 'unit_set' | 'edition'>;
    type Accepted = Pick<z.output<typeof AcknowledgeAnswer>['data'][number], keyof Acknowledgement>;
    expectTypeOf<Same<Embargo, Waiting>>().toEqualTypeOf<true>();
    expectTypeOf<Same<CellChange, Cell>>().toEqualTypeOf<true>();
    expectTypeOf<Same<Acknowledgement, Accepted>>().toEqualTypeOf<true>();
  });

  it('of what was written', () => {
    expectTypeOf<Same<AuditRow, z.output<typeof AuditAnswer>['data'][number]>>().toEqualTypeOf<true>();
  });

  it('of a plan and its progress', () => {
    type Described = z.output<typeof TargetsAnswer>;
    type Counts = Pick<Described['meta'], 'states' | 'overdue' | 'offices'>;
    expectTypeOf<Same<ShownTarget, Described['data'][number]>>().toEqualTypeOf<true>();
    expectTypeOf<Same<ReturnType<typeof countsOfTargets>, Counts>>().toEqualTypeOf<true>();
  });
});
