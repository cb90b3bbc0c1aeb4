import { describe, expect, it } from 'vitest';
import { aMethodology, announced, aUnitSet } from '../fixtures.ts';
import { checkAnnouncement, checkPopulation } from './announcement.ts';
import { aFile, rowsOfTable } from './fixtures.ts';

describe('what a release says of itself', () => {
  it('names groups and components that there are', () => {
    const said = announced({ population: { departments: 3, wards: 4 }, component_extents: { part: 'top', x: 'top' } });

    expect(
      checkAnnouncement(said, aUnitSet(['a'], { departments: ['a'] }), aMethodology()).map(({ rule, value }) => [
        rule,
        value,
      ]),
    ).toEqual([
      ['unknown-group', 'wards'],
      ['unknown-component', 'x'],
    ]);
  });

  it('announces at least as many units as it names', () => {
    const rows = rowsOfTable({ total: { a: 1, b: 2 } });
    const found = (all: number) =>
      checkPopulation(aFile(rows, { announcement: announced({ population: { all } }) }), aUnitSet(['a', 'b', 'c']));

    expect(found(21)).toEqual([]);
    expect(found(1)).toMatchObject([{ rule: 'population', severity: 'error', value: 1 }]);
  });
});
