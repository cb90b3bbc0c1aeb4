import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Language } from '../words/language.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { targetOf } from './row-fixtures.ts';

/** The drawing of a plan's progress, from fixed figures: whatever changes in it is looked at before it is taken over. */

const drawn = (...rows: Parameters<typeof targetOf>[0][]) =>
  renderToString(
    <Language.Provider value="vi">
      {rows.map((row) => (
        <ProgressBar key={row.says} row={targetOf(row)} />
      ))}
    </Language.Provider>,
  ).replaceAll('><', '>\n<');

describe('the way to a target', () => {
  it('is drawn from where the unit stood to what it wants, with where it stands', async () => {
    const bars = drawn(
      { says: 'hạng 43 đến hạng 28, chỉ tiêu hạng 10' },
      { says: 'đã đạt', target_kind: 'score', target: 60, baseline: 40, actual: 61.5, share: 107.5, state: 'met' },
      { says: 'lùi xa', actual: 60, share: -51.5, state: 'behind' },
    );

    await expect(bars).toMatchFileSnapshot('drawings/progress-bars.svg');
  });

  it('is not drawn where nobody knows how far it is', () => {
    expect(drawn({ share: null, share_reason: 'no-baseline' })).toBe('');
  });
});
