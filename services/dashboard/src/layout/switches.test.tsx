import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../address/page-address.ts';
import { SelectSwitch } from './switches.tsx';

const address = parseAddress('/rankings/pci/2019');
const optionsOf = (...current: boolean[]) =>
  renderToString(
    <SelectSwitch label="So với" choices={current.map((isCurrent, i) => ({ label: `${i}`, address, isCurrent }))} />,
  ).match(/<option.*?<\/option>/g);

describe('a choice of one of many', () => {
  it('has the one that is shown', () => {
    expect(optionsOf(false, true)).toEqual(['<option>0</option>', '<option selected>1</option>']);
  });

  it('has nothing chosen where none is shown: the first would look so, and could not be chosen', () => {
    expect(optionsOf(false, false)).toEqual([
      '<option disabled selected>Chọn…</option>',
      '<option>0</option>',
      '<option>1</option>',
    ]);
  });
});
