import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened } from './opened-page.ts';

/** Tổng quan: the first page that a reader sees, and the one after they said who they are. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

describe('the overview', () => {
  it('asks a first-time reader for their province once, and opens on it ever after', async () => {
    const { page, complaints } = await opened(browser, `${url}/`);
    await expect.poll(() => page.textContent('h1')).toBe('Chọn tỉnh, thành phố của bạn');
    await page.fill('input[type=search]', 'hue');
    await page.click('text="Thừa Thiên Huế"');
    await page.waitForSelector('table.profile');
    expect(page.url()).toBe(`${url}/units/VN63-46`);

    await page.goto(`${url}/`, { waitUntil: 'networkidle' });
    expect(page.url()).toBe(`${url}/units/VN63-46`);
    await page.click('nav >> text="Xếp hạng"');
    await page.waitForFunction("document.title.includes('Thừa Thiên Huế')");
    expect(new URL(page.url()).searchParams.get('unit')).toBe('VN63-46');
    expect(await page.getAttribute(':focus', 'id')).toBe('content');
    expect(complaints).toEqual([]);
  });

  it('shows every index with its rank over the years, and how fresh it is', async () => {
    const { page, abroad, complaints } = await opened(browser, `${url}/units/VN63-46`);

    await expect
      .poll(() => page.textContent('h1'))
      .toBe('Thừa Thiên Huế — PAPI 2024 thứ hạng tính toán 11/61; PCI 2022 thứ hạng tính toán 6/63');
    const rowOf = (index: string) =>
      page.locator('table.profile tbody tr', { has: page.getByText(index, { exact: true }) });
    expect(await rowOf('PAPI').textContent()).toContain('▼ giảm 10 bậc');
    expect(await rowOf('PAPI').textContent()).toContain('thứ hạng tính toán');
    expect(await rowOf('PCI').locator('svg').getAttribute('aria-label')).toContain('2019: 20');
    expect(await rowOf('PCI').locator('.break').count()).toBe(2);
    expect(await rowOf('PCI').textContent()).toContain('2022: thứ hạng tính toán 6/63');
    expect(await rowOf('PAPI').locator('.grade').textContent()).toContain('tính toán');
    expect([abroad, complaints]).toEqual([[], []]);
  });

  it('says of a unit without ranks that it has none, and where to look', async () => {
    const { page } = await opened(browser, `${url}/units/VN34-46`);

    await expect.poll(() => page.textContent('h1')).toBe('Huế — chưa có thứ hạng');
    await page.click('section >> text=VN63-46');
    await page.waitForFunction("document.title.includes('PCI')");
  });

  it('answers the four questions of a planner in two clicks at most', async () => {
    const { page } = await opened(browser, `${url}/units/VN63-46`);
    // Where do we stand: here, without a click; and who is like us, too.
    await expect.poll(() => page.textContent('h1')).toContain('PAPI 2024 thứ hạng tính toán 11/61');
    await page.waitForSelector('.alike li');

    // Why did we move: the components of the index, with what each added and took.
    const papi = page.locator('table.profile tbody tr', { has: page.getByText('PAPI', { exact: true }) });
    await papi.locator('th a', { hasText: 'Thành phần' }).click();
    await page.waitForSelector('h2 >> text=Điểm mất');
    await expect
      .poll(() => page.locator('h2').allTextContents())
      .toContainEqual(expect.stringMatching(/thay đổi|2023/));

    // What would lift us: the second click.
    await page.locator('main a', { hasText: 'Mô phỏng' }).first().click();
    await expect.poll(() => page.locator('input[type=range]').count()).toBe(8);
    expect(await page.textContent('main')).toContain('Cần thêm');
  });

  it('names who is like the unit, to be taken among the peers', async () => {
    const { page, asked } = await opened(browser, `${url}/units/VN63-46`);
    await page.waitForSelector('.alike li');
    expect(await page.locator('.alike li').count()).toBe(5);
    expect(asked.filter((path) => path.startsWith('/v1/analysis/'))).toHaveLength(1);

    await page.locator('.alike .compare a').first().click();
    await page.waitForSelector('.alike .peer-1');
    expect(new URL(page.url()).searchParams.get('peers')).toMatch(/^VN63-\d\d$/);
  });

  it('says to load the page anew where the file of another page is gone', async () => {
    const { page } = await opened(browser, `${url}/units/VN63-46`);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.click('nav >> text="Xu hướng"');

    await expect.poll(() => page.textContent('[role=alert]')).toContain('có thể vì đã có bản mới');
    expect(await page.textContent('[role=alert] button')).toBe('Tải lại trang');
  });

  it('keeps the way around on an address that is none', async () => {
    const { page } = await opened(browser, `${url}/khong-co`);

    await expect.poll(() => page.textContent('h1')).toContain('/khong-co');
    expect(await page.locator('header nav a', { hasText: 'Xếp hạng' }).count()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    for (const path of ['/units', '/units/VN63-46']) {
      const { page } = await opened(browser, url + path, { colorScheme });
      await expectNoBarriers(page);
    }
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    for (const path of ['/units', '/units/VN63-46']) {
      const { page } = await opened(browser, url + path, { viewport: { width: 390, height: 800 } });
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
    }
  });
});
