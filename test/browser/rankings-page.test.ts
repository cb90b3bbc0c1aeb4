import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Json } from '../support/client.ts';
import { expectNoBarriers, launched, opened, savedBy } from './opened-page.ts';

/** Xếp hạng, as a planner reads it. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);

describe('the page of a ranking', () => {
  it('says its finding in the title, shows every unit, asks no other host and complains of nothing', async () => {
    const { page, abroad, complaints } = await open('/rankings/pci/2019?unit=VN63-46');

    await expect.poll(() => page.textContent('h1')).toBe('PCI 2019 — Thừa Thiên Huế hạng 20/63 (66,50 điểm)');
    await expect
      .poll(() => page.textContent('.lead'))
      .toBe('Kém Bình Định (hạng 19) 0,06 điểm; hơn An Giang (hạng 21) 0,05 điểm. ▲ tăng 10 bậc so với 2018.');
    expect(await page.locator('tbody:not(.pinned) tr').count()).toBe(63);
    expect(await page.locator('.plot circle').count()).toBe(63);
    await expect.poll(() => page.textContent('.foot')).toContain('VCCI');
    expect([abroad, complaints]).toEqual([[], []]);
  });

  it('goes to another year by one request, and back without losing its way', async () => {
    const { page, asked } = await open('/rankings/pci/2019?unit=VN63-46');
    const before = asked.length;
    await page.click('nav[aria-label="Kỳ"] >> text="2018"');
    await page.waitForFunction("document.title.startsWith('PCI 2018')");
    // Time for a request that should not be there.
    await page.waitForTimeout(300);

    expect(asked.slice(before)).toEqual(['/v1/rankings/pci/2018?lang=vi']);
    expect(page.url()).toBe(`${url}/rankings/pci/2018?unit=VN63-46`);
    await page.goBack();
    await page.waitForFunction("document.title.startsWith('PCI 2019')");
  });

  it('says once what is noted of many units, in Vietnamese first', async () => {
    const { page } = await open('/rankings/pci/2021');
    await page.waitForSelector('.notes li');
    const notes = await page.locator('.notes li').allTextContents();

    const fromOnePage = notes.filter((note) => note.includes('pcivietnam.vn/bang-chi-so-cac-tinh-thanh-viet-nam'));
    expect(fromOnePage).toEqual([expect.stringContaining('Hà Nội, Quảng Ninh, Phú Thọ, ')]);
    expect(notes.at(-1)).toMatch(/^Hai tỉnh cùng 63,33 điểm ở đây đồng hạng.* \/ Two provinces with 63\.33/);
  });

  it('draws all dots again after a ranking that had none to draw', async () => {
    const { page } = await open('/rankings/dti/2023?set=VN63');
    expect(await page.locator('.plot circle').count()).toBe(0);

    await page.click('nav[aria-label="Chỉ số"] >> text="PCI"');
    await page.waitForSelector('.plot circle');
    await page.waitForTimeout(100);

    const [, , width] = (await page.getAttribute('.plot svg', 'viewBox'))?.split(' ').map(Number) ?? [];
    expect(width).toBe(Math.round((await page.locator('.plot').boundingBox())?.width ?? 0));
  });

  it('finds a unit typed without diacritics, and keeps what is looked for in its address', async () => {
    const { page } = await open('/rankings/pci/2019');
    await page.fill('input[type=search]', 'thua thien');

    expect(await page.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('Thừa Thiên Huế')]);
    expect(new URL(page.url()).searchParams.get('find')).toBe('thua thien');
    await page.fill('input[type=search]', 'qqq');
    await expect.poll(() => page.textContent('.state')).toContain('“qqq”');
  });

  it('is walked by the keyboard: past the header, along the columns, to the peers', async () => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.textContent(':focus')).toBe('Đến nội dung');
    await page.focus('thead >> text="Điểm"');
    await page.keyboard.press('Enter');
    await page.waitForSelector('th[aria-sort=descending]');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-score');
    await page.focus('a[aria-label="So sánh với Đà Nẵng"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('tr.peer-1');
    expect(new URL(page.url()).searchParams.get('peers')).toBe('VN63-48');
  });

  it('says what is not known, not computed or not published in words', async () => {
    const withheld = await open('/rankings/cchc/2020?set=VN63-46');
    expect(await withheld.page.locator('tr', { hasText: 'UBND huyện A Lưới' }).textContent()).toContain(
      'không công bố',
    );
    const computed = await open('/rankings/papi/2022');
    await expect.poll(() => computed.page.textContent('thead')).toContain('Thứ hạng tính toán');
    const claimed = await open('/rankings/dti/2023?unit=VN63-46');
    await expect.poll(() => claimed.page.textContent('h1')).toContain('hạng 3 theo');
  });

  it('knows my unit under the name and number that it had in another era', async () => {
    const { page } = await open('/rankings/pci/2006?unit=VN63-46');

    await expect.poll(() => page.textContent('h1')).toBe('PCI 2006 — Thừa Thiên Huế hạng 38/64 (50,53 điểm)');
  });

  it('says how far the nearest are, and joins those that other weights would not tell apart when asked to', async () => {
    const { page, asked, complaints } = await open('/rankings/pci/2021?unit=VN63-46');
    const { data } = (await (await fetch(`${url}/v1/rankings/pci/2021?lang=vi`)).json()) as Json;
    const own = data.find((row: Json) => row.unit === 'VN63-46');
    const above = data.findLast((row: Json) => row.rank < own.rank);
    const labels = page.locator('.ladder .label');
    await expect.poll(() => labels.allTextContents()).toContain(`${above.rank}. ${above.unit_name}`);
    expect(await labels.allTextContents()).toContain(`+${(above.score - own.score).toFixed(2).replace('.', ',')}`);
    expect(asked.filter((path) => path.includes('robustness'))).toEqual([]);

    await page.click('text="Nối những đơn vị không phân biệt được"');
    await page.waitForSelector('.ladder .joined');
    const robust = (await (
      await fetch(`${url}/v1/analysis/robustness?index=pci&period=2021&set=VN63&edition=main&method=weights`)
    ).json()) as Json;
    const interval = robust.data.find((row: Json) => row.unit === 'VN63-46');
    const joined = robust.data.filter(
      ({ rank_simulated }: Json) =>
        rank_simulated >= interval.indistinct_from && rank_simulated <= interval.indistinct_to,
    );
    await page.waitForSelector(`text=Nối: ${joined.length} đơn vị`);
    expect(new URL(page.url()).search).toContain('joined=weights');
    expect(asked.filter((path) => path.includes('robustness'))).toHaveLength(1);
    expect(complaints).toEqual([]);
    await expectNoBarriers(page);
  });

  it('is English for whoever asks for it once', async () => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46');
    await page.click('text=English');
    await page.waitForFunction("document.title.includes('rank 20')");
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await expect.poll(() => page.textContent('h1')).toBe('PCI 2019 — Thua Thien Hue: rank 20 of 63 (66.50 points)');
    await page.goto(`${url}/rankings/pci/2018`, { waitUntil: 'networkidle' });
    await expect.poll(() => page.textContent('h1')).toContain('leads 63 units');
  });

  it('says in one sentence what to do where there is no such release or no connection', async () => {
    const { page } = await open('/rankings/pci/1999');
    await expect
      .poll(() => page.textContent('[role=alert]'))
      .toBe('Không có đợt công bố pci 1999. Chọn một mục khác trên trang này.');
    await page.context().setOffline(true);
    await page.click('nav[aria-label="Kỳ"] >> text="2015"');
    await page.waitForSelector('text=Không có kết nối mạng');
    await page.context().setOffline(false);
    await page.click('text=Thử lại');
    await page.waitForFunction("document.title.startsWith('PCI 2015')");
  });

  it('gives its drawing to take along, with its title and source in it', async () => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46');
    const svg = (await savedBy(page, '.take >> text="SVG"')).toString();
    expect(svg.match(/<circle/g)).toHaveLength(63);
    expect(svg).toContain('PCI 2019 — Thừa Thiên Huế hạng 20/63 (66,50 điểm)');
    expect(svg).toContain('Nguồn: VCCI');
    expect(svg).not.toContain('var(');

    const png = await savedBy(page, '.take >> text="PNG"');
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  });

  it('gives the drawing of each group under its own name', async () => {
    const { page } = await open('/rankings/cchc/2020?set=VN63-46');
    const names: string[] = [];
    for (const button of await page.locator('.take >> text="SVG"').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      names.push(download.suggestedFilename());
    }

    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
  });

  it('draws the country by the outlines of the period’s units, fetched when they are asked for', async () => {
    const { page, complaints } = await open('/rankings/pci/2019?unit=VN63-46');
    await page.click('.tiles >> text="đường ranh"');
    await page.waitForSelector('.outlines');
    expect(new URL(page.url()).searchParams.get('map')).toBe('outlines');
    expect(await page.locator('.outlines .tile').count()).toBe(63);
    expect(await page.textContent('.outlines .mine title')).toBe('20. Thừa Thiên Huế');
    expect(await page.textContent('.tiles figcaption')).toContain('CC BY 4.0');
    await expectNoBarriers(page);

    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46&peers=VN63-48', { colorScheme });

    await expectNoBarriers(page);
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    const { page } = await open('/rankings/papi/2022?unit=VN63-46', { viewport: { width: 390, height: 800 } });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
