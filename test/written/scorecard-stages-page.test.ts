import { aComponent, aMethodology } from '@chi-so/domain/fixtures';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoBarriers, launched, opened, openedBy } from '../browser/opened-page.ts';
import { clientOf, eventually } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** A province's evaluation round on the page: what units scored themselves, what the appraisal made of it, the result. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const token = tokens.all;
let browser: Browser;

const SET = 'VN63-35';
const unit = (slug: string, name: string) => ({
  ...{ unit: `${SET}.${slug}`, name_vi: name, name_en: name, groups: ['departments'], aliases: [] },
});
const group = { group: 'departments', name_vi: 'Sở, ban, ngành', name_en: 'Departments', roster: 'complete' };
const unitSet = {
  ...{ unit_set: SET, name_vi: 'Đơn vị của tỉnh Hà Nam', name_en: 'Units of Hà Nam', parent: 'VN63-35' },
  ...{ valid_from: null, valid_to: '2025-06-30', roster: 'complete', groups: [group], successions: [] },
  units: [unit('so-a', 'Sở A'), unit('so-b', 'Sở B')],
  sources: ['made for this test'],
};
const methodology = aMethodology({
  ...{ index: 'cchc', methodology: `cchc-${SET}-2020`, unit_set: SET, period_from: '2020', decimals: 2 },
  ...{ ranked_groups: ['departments'], aggregation: { kind: 'points', factor: 1 }, publisher_ranks: true },
  stages: ['self', 'appraisal-1'],
  components: [
    aComponent('total', null, 10, { name_vi: 'Điểm CCHC' }),
    aComponent('plan', 'total', 4, { name_vi: 'Kế hoạch CCHC' }),
    aComponent('portal', 'total', 6, { name_vi: 'Một cửa điện tử' }),
  ],
});
const score = (slug: string, component: string, value: number, stage = 'result') => ({
  ...{ unit: `${SET}.${slug}`, component, stage, score: value },
});
const release = {
  unit_set: SET,
  methodology: methodology.methodology,
  source: {
    ...{ title: 'CCHC Hà Nam', publisher: 'UBND tỉnh Hà Nam', kind: 'province', certainty: 'confirmed' },
    ...{ document: '15/QĐ-UBND', published_on: '2023-01-10', signatory: 'Nguyễn Văn A' },
  },
  announcement: { extent: 'complete' },
  scores: [
    ...[
      score('so-a', 'plan', 3.5),
      score('so-a', 'portal', 6),
      score('so-b', 'plan', 4),
      score('so-b', 'portal', 4.25),
    ],
    ...[
      score('so-a', 'plan', 4, 'self'),
      score('so-a', 'plan', 3.25, 'appraisal-1'),
      score('so-b', 'portal', 4, 'self'),
    ],
  ],
};

beforeAll(async () => {
  browser = await launched();
  await send('PUT', `/v1/unit-sets/${SET}`, { token, body: unitSet });
  const path = `/v1/indices/cchc/methodologies/${methodology.methodology}`;
  expect((await send('PUT', path, { token, body: methodology })).status).toBeLessThan(300);
  for (const period of ['2022', '2023']) {
    const { status, body } = await send('PUT', `/v1/releases/cchc/${period}`, { token, body: release });
    expect([status, body.meta?.errors ?? body]).toEqual([201, 0]);
  }
  await send('POST', `/v1/releases/cchc/2022/revisions/1/publish?set=${SET}`, { token, body: {} });
  await eventually(
    () => send('GET', `/v1/rankings/cchc/2022?set=${SET}`),
    ({ status }) => status === 200,
    10_000,
  );
});
afterAll(() => browser?.close());

describe('the stages of an evaluation', () => {
  it('stand beside the result for whoever writes the releases, with what the appraisal took', async () => {
    const { page, complaints } = await openedBy(token, browser, `${url}/cchc/VN63-35/2022?component=plan`);
    const cells = page.locator('table.stages tbody tr');
    await expect
      .poll(() => cells.evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent))))
      .toEqual([
        ['Sở A', '4,00', '3,25', '3,50', '−0,50'],
        ['Sở B', 'chưa có', 'chưa có', '4,00', ''],
      ]);
    expect(await page.textContent('.lead')).toBe(
      'UBND tỉnh Hà Nam: văn bản 15/QĐ-UBND, công bố 10/1/2023; người ký: Nguyễn Văn A.',
    );
    await expectNoBarriers(page);
    expect(complaints).toEqual([]);
  });

  it('are there in a draft that nobody has announced, and lead to the criteria that have them', async () => {
    const { page } = await openedBy(token, browser, `${url}/cchc/VN63-35/2023`);
    await expect.poll(() => page.textContent('main')).toContain('Bản 1 (dự thảo, chưa công bố)');
    await page.click('main >> text="Một cửa điện tử"');

    await expect.poll(() => page.textContent('table.stages caption')).toBe('Một cửa điện tử: các bước đánh giá');
    await expect.poll(() => page.locator('table.stages tr', { hasText: 'Sở B' }).textContent()).toContain('+0,25');
  });

  it('are nothing to others, who see the criteria of the result by opening a unit', async () => {
    const { page, asked } = await opened(browser, `${url}/cchc/VN63-35/2022?open=${SET}.so-a`, {
      viewport: { width: 390, height: 800 },
    });
    const parts = page.locator('table.parts tbody tr');
    await expect
      .poll(() =>
        parts.evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent?.trim()))),
      )
      .toEqual([
        ['Điểm CCHC', '9,50', '10,00', '0,50', '1/2'],
        ['Kế hoạch CCHC', '3,50', '4,00', '0,50', '2/2'],
        ['Một cửa điện tử', '6,00', '6,00', '0,00', '1/2'],
      ]);
    expect(asked.filter((path) => path.includes('/drafts'))).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
