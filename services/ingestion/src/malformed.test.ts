import { errorsIn } from '@chi-so/domain/finding';
import { gate } from '@chi-so/domain/gates/gates';
import { Problem } from '@chi-so/runtime/problem';
import { describe, expect, it } from 'vitest';
import { type Malformed, malformed } from '../../../test/fixtures/malformed.ts';
import { shippedCatalogue } from '../../../test/fixtures/shipped-catalogue.ts';
import { readReleases } from './read-releases.ts';

const catalogue = shippedCatalogue();

/** What becomes of a file, as far as the file alone decides: nothing is published that it could contradict. */
const outcomeOf = async ({ bytes, name, release: { index, period, unit_set } }: Malformed) => {
  try {
    const { releases, unrecognised } = await readReleases(
      bytes,
      { filename: name, index, period, set: unit_set },
      catalogue,
    );
    if (releases.length === 0) return unrecognised.length > 0 ? 'refused' : 'lost';
    const findings = releases.flatMap((read) => [
      ...read.findings,
      ...gate({ ...read, published: null, others: [], editions: [] }),
    ]);
    return errorsIn(findings).length > 0 ? 'draft with errors' : 'clean draft';
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return 'refused';
    throw new Error(`${name} was not expected`, { cause: error });
  }
};

describe('malformed files', () => {
  it('are refused or become drafts with errors, every one of them', { timeout: 240_000 }, async () => {
    const outcomes = new Map<string, string[]>();
    for (const file of malformed()) {
      const outcome = await outcomeOf(file);
      outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), `${file.name}: ${file.why}`]);
    }
    for (const [outcome, files] of outcomes) console.log(`${files.length} × ${outcome}`);
    expect(outcomes.get('clean draft') ?? []).toEqual([]);
    expect(outcomes.get('lost') ?? []).toEqual([]);
    expect([...outcomes.values()].flat().length).toBeGreaterThan(220);
  });
});
