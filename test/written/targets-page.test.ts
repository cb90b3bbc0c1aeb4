import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoBarriers, launched, opened, openedBy } from '../browser/opened-page.ts';
import { type CellInput, xlsx } from '../fixtures/xlsx.ts';
import { clientOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** Chỉ tiêu: a plan is made in a workbook, checked, written, and looked at again. No other test writes plans of this unit. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const HEAD = ['index', 'component', 'target_kind', 'target', 'office', 'deadline', 'note'];
const sheet = (...rows: CellInput[][]) =>
  xlsx([{ name: 'Chỉ tiêu', cells: [HEAD, ['# title: Kế hoạch PCI 2020'], ['# issued_on: 15/01/2020'], ...rows] }]);
const choose = (page: Page, buffer: Buffer, name = 'ke-hoach.xlsx') =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });

const PLAN = {
  title: 'Kế hoạch nâng hạng',
  document: '11/KH-UBND',
  issued_on: '2018-01-15',
  rows: [
    { index: 'pci', target_kind: 'score', target: 60, office: 'Sở Tài chính' },
    { index: 'pci', target_kind: 'rank', target: 39, office: 'Sở KH&ĐT', deadline: '2021-05-31', note: 'Họp quý' },
    { index: 'papi', target_kind: 'rank', target: 1, office: 'Sở Nội vụ', deadline: '2020-12-31' },
    { index: 'pci', component: 'land', target_kind: 'score', target: 9, office: 'Sở TN&MT', deadline: '2099-12-31' },
  ],
};

describe('targets', () => {
  it('are not asked for where nobody is signed in, and not shown to whoever may not see them', async () => {
    const { page, asked } = await opened(browser, `${url}/targets/VN63-54/2020`);
    await expect.poll(() => page.textContent('h1')).toBe('Chỉ tiêu 2020, Phú Yên');
    expect(await page.textContent('.state')).toContain('cần đăng nhập');
    expect(asked.filter((path) => path.startsWith('/v1/targets'))).toEqual([]);
    await page.click('.state >> text="Đăng nhập"');
    await page.fill('textarea', tokens.write);
    await page.click('main form button');
    await expect.poll(() => page.textContent('.state')).toContain('targets:write');

    const stranger = await openedBy(tokens.daNang, browser, `${url}/targets/VN63-54/2020`);
    const { body } = await send('GET', '/v1/targets/VN63-54?lang=vi', { token: tokens.daNang });
    await expect.poll(() => stranger.page.textContent('[role=alert]')).toContain(body.detail);
  });

  it('that are overdue stand first, each with where the unit stands, as the API says it', async () => {
    await send('PUT', '/v1/targets/VN63-54/2019', { token: tokens.all, body: PLAN });
    const { body } = await send('GET', '/v1/targets/VN63-54/2019?lang=vi', { token: tokens.all });
    const { page, complaints } = await openedBy(tokens.all, browser, `${url}/targets/VN63-54/2019`);

    await expect
      .poll(() => page.textContent('h1'))
      .toBe(`Chỉ tiêu 2019, Phú Yên — đạt ${body.meta.states.met}/4, quá hạn ${body.meta.overdue}`);
    // What the components have lost stands below the office.
    const cells = page.locator('.plan tbody td:nth-child(5)');
    const offices = await cells.evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent));
    expect(offices).toEqual(['Sở Nội vụ', 'Sở KH&ĐT', 'Sở Tài chính', 'Sở TN&MT']);
    const rank = body.data.find(({ office }: { office: string }) => office === 'Sở KH&ĐT');
    expect(rank).toMatchObject({ baseline: 51, actual: 43, share: 66.7 });
    const line = page.locator('.plan tr', { hasText: 'Sở KH&ĐT' });
    expect(await line.textContent()).toContain('66,7% quãng đường từ kỳ 2018');
    expect(await line.locator('svg').getAttribute('aria-label')).toBe(rank.says);
    expect(await line.textContent()).toContain('quá hạn');
    expect(complaints).toEqual([]);

    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoBarriers(page);
    }
  });

  it('begin with a template, are checked cell by cell, and are written when they are sound', async () => {
    const { page } = await openedBy(tokens.all, browser, `${url}/targets/VN63-54/2020`);
    await expect.poll(() => page.textContent('h1')).toBe('Chỉ tiêu 2020, Phú Yên — chưa có kế hoạch');
    const [template] = await Promise.all([page.waitForEvent('download'), page.click('text="Tải biểu mẫu (XLSX)"')]);
    expect(template.suggestedFilename()).toBe('chi-tieu-VN63-54-2020.xlsx');
    expect(
      readFileSync(await template.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');

    await choose(page, sheet(['pci', 'total', 'Thứ hạng', 64, 'Sở KH&ĐT', '31/12/2021']));
    await expect.poll(() => page.textContent('.workbook')).toContain('1 lỗi');
    expect(await page.textContent('table.findings')).toContain('dòng 4, cột D');
    expect(await page.locator('text="Ghi kế hoạch này"').count()).toBe(0);
    await choose(page, Buffer.alloc(0));
    await expect.poll(() => page.textContent('.workbook [role=alert]')).toContain('không có gì');
    await choose(page, Buffer.from('%PDF-1.7 …'), 'ke-hoach.pdf');
    await expect.poll(() => page.textContent('.workbook [role=alert]')).toMatch(/PDF/);

    await choose(page, sheet(['pci', 'total', 'Thứ hạng', 10, 'Sở KH&ĐT', '31/12/2021']));
    await page.focus('text="Ghi kế hoạch này"');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('.workbook [role=alert]')).toContain('Không có kết nối mạng');
    await page.context().setOffline(false);
    await page.click('text="Thử lại"');
    await expect.poll(() => page.textContent('.workbook [role=status]')).toContain('Đã ghi bản 1.');
    await expect.poll(() => page.textContent('h1')).toContain('đạt 0/1');
    await expect.poll(() => page.textContent('.plan')).toContain('hạng 10 trở lên');
    await expectNoBarriers(page);

    // A sheet of nobody's version does not take the place of the one that stands.
    await choose(page, sheet(['pci', 'total', 'Thứ hạng', 5, 'Sở KH&ĐT', '31/12/2021']));
    await page.click('text="Ghi kế hoạch này"');
    await expect.poll(() => page.textContent('.workbook [role=alert]')).toMatch(/\S/);
    const { body } = await send('GET', '/v1/targets/VN63-54/2020', { token: tokens.all });
    expect([body.meta.version, body.data[0].target]).toEqual([1, 10]);
  });
});
