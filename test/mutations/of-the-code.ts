import type { Mutation } from './mutation.ts';

/** A safeguard of the code for each risk of docs/security.md that the infrastructure alone does not hold. */

const UNIT = ['--project', 'unit'];
const ON_THE_STACK = ['--project', 'side-by-side'];
const ALONE = ['--project', 'alone'];

export const MUTATIONS_OF_THE_CODE: readonly Mutation[] = [
  {
    what: 'a province writes its own releases',
    file: 'services/ingestion/src/caller.ts',
    from: 'if (ownsEverything(owned) || ownsRelease(owned, await levelOf(index), unit_set)) return;',
    to: 'if (owned) return; await levelOf(index); ownsEverything(owned) || ownsRelease(owned, "unit", unit_set);',
    tests: [...ALONE, 'test/written/ownership.test.ts'],
  },
  {
    what: 'a field that nobody may set is refused',
    file: 'packages/contract/src/release-body.ts',
    from: 'z.strictObject(',
    to: 'z.object(',
    tests: [...ON_THE_STACK, 'test/security/requests.test.ts'],
  },
  {
    what: 'a scope that the gateway did not ask for',
    file: 'services/ingestion/src/caller.ts',
    from: 'if (caller?.scopes.includes(scope)) return;',
    to: 'if (caller ?? scope) return;',
    tests: [...ON_THE_STACK, 'test/security/requests.test.ts'],
  },
  {
    what: 'two people where the stage says so',
    file: 'services/ingestion/src/four-eyes.ts',
    from: 'if (!fourEyes || drafter !== actorOf(request)) return;',
    to: 'if (!fourEyes || actorOf(request)) return;',
    tests: [...ON_THE_STACK, 'test/four-eyes.test.ts'],
  },
  {
    what: 'a workbook has an end',
    file: 'services/ingestion/src/workbook/limits.ts',
    from: 'cells: 1_200_000',
    to: 'cells: 1_200_000_000',
    tests: [...UNIT, 'services/ingestion/src/workbook'],
  },
  {
    what: 'a body has an end inside, too',
    file: 'services/ingestion/src/workbook/limits.ts',
    from: 'depth: 64',
    to: 'depth: 64_000_000',
    tests: [...UNIT, 'services/ingestion/src/workbook'],
  },
  {
    what: 'no private address is fetched from',
    file: 'services/ingestion/src/sources/guarded-fetch.ts',
    from: '!isPublicAddress(address)',
    to: '!isPublicAddress(address) && address === ""',
    tests: [...UNIT, 'services/ingestion/src/sources'],
  },
  {
    what: 'a redirect leads to allowed hosts',
    file: 'services/ingestion/src/sources/guarded-fetch.ts',
    from: 'target = checkedUrl(step.location, options.allowedHosts, target);',
    to: 'target = new URL(step.location, target);',
    tests: [...UNIT, 'services/ingestion/src/sources'],
  },
  {
    what: 'an answer tells nothing of the code',
    file: 'packages/runtime/src/problem-answer.ts',
    from: "vi: 'Lỗi hệ thống; yêu cầu chưa được thực hiện trọn vẹn, hãy thử lại',",
    to: 'vi: String((error as Error).stack),',
    tests: [...UNIT, 'packages/runtime'],
  },
  {
    what: 'a line of the log is one line, of JSON',
    file: 'packages/runtime/src/problem-answer.ts',
    from: "logger.error('request failed', error as Error);",
    to: 'process.stdout.write(String((error as Error).stack));',
    tests: [...UNIT, 'packages/runtime/src/logger.test.ts'],
  },
  {
    what: 'errors of a draft are not published',
    file: 'services/ingestion/src/acknowledge.ts',
    from: 'if (errors.length > 0) {',
    to: 'if (errors.length > 1_000_000) {',
    tests: [...ALONE, 'test/written/ingestion.test.ts'],
  },
  {
    what: 'nothing is ranked under a methodology that it does not fit',
    file: 'services/ingestion/src/publish.ts',
    from: 'if (errorsIn(findings).length > 0) throw unreadable(findings);',
    to: 'if (errorsIn(findings).length < 0) throw unreadable(findings);',
    tests: [...ALONE, 'test/written/scorecard.test.ts'],
  },
  {
    what: 'the API answers CloudFront alone',
    file: 'packages/runtime/src/origin-secret.ts',
    from: 'if (fits.includes(true)) return;',
    to: 'if (fits.length > 0) return;',
    tests: [...ON_THE_STACK, 'test/security/edge.test.ts'],
  },
  {
    what: 'parameters that are not known are refused',
    file: 'packages/runtime/src/parameters.ts',
    from: 'if (unknown.length === 0) return query',
    to: 'if (unknown.length >= 0) return query',
    tests: [...ON_THE_STACK, 'test/security/edge.test.ts'],
  },
  {
    what: 'a spreadsheet runs nothing',
    file: 'packages/contract/src/csv.ts',
    from: 'const isUnsafe = FORMULA.test(value) ||',
    to: 'const isUnsafe = (FORMULA.test(value) && value === "") ||',
    tests: [...UNIT, 'packages/contract/src/csv.test.ts'],
  },
];
