import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened } from './opened-page.ts';

/** Đợt công bố and Dữ liệu, as everybody reads them. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);

describe('the page of releases', () => {
  it('lists what came in with its source, what changed and what is expected, and complains of nothing', async () => {
    const { page, abroad, complaints } = await open('/releases');

    const row = page.locator('section[aria-labelledby=every-release] tr', { hasText: 'PCI 2019' });
    const text = await row.textContent();
    for (const said of ['VCCI', 'cơ quan công bố, đã xác nhận', '5/5/2020', 'đủ đơn vị']) expect(text).toContain(said);
    await expect.poll(() => page.locator('.feed li').count()).toBeGreaterThan(0);
    const pci = page.locator('section[aria-labelledby=calendar] tr', { hasText: 'cấp tỉnh (PCI)' });
    expect(await pci.textContent()).toContain('suy ra từ các lần trước');
    expect(await page.textContent('#content')).toContain('sau khi đăng nhập');
    expect([abroad, complaints]).toEqual([[], []]);
  });

  it('is narrowed to one index and unit set by its address, and pages through the changes', async () => {
    const { page } = await open('/releases');
    const table = 'section[aria-labelledby=every-release]';
    await page.selectOption(`${table} select >> nth=0`, 'cchc');
    await expect.poll(() => page.locator(`${table} tbody tr`).count()).toBe(3);
    await page.selectOption(`${table} select >> nth=1`, 'VN63-46');
    await expect.poll(() => page.locator(`${table} tbody tr`).count()).toBe(2);
    expect(new URL(page.url()).search).toBe('?index=cchc&set=VN63-46');
    expect(await page.textContent(table)).toContain('tệp có mọi tập đơn vị');

    const newest = await page.locator('.feed').textContent();
    await page.click('text="Cũ hơn"');
    await expect.poll(() => page.locator('.feed').textContent()).not.toBe(newest);
    expect(new URL(page.url()).searchParams.get('until')).toMatch(/^\d+$/);
    await page.click('text="Mới nhất"');
    await expect.poll(() => new URL(page.url()).searchParams.get('until')).toBeNull();
    await page.goto(`${url}/releases?index=khong-co`, { waitUntil: 'networkidle' });
    expect(await page.textContent(table)).toContain('Chưa có đợt công bố nào như vậy');
  });

  it('tells of one release every publication and revision, with its source', async () => {
    const { page, complaints } = await open('/releases');
    await page.click('section[aria-labelledby=every-release] >> text="PCI 2019"');

    await expect.poll(() => page.textContent('h1')).toContain('bản 1 đang công bố');
    expect(await page.textContent('.foot')).toContain('VCCI, PCI 2019, nguồn: cơ quan công bố, công bố 5/5/2020');
    expect(await page.textContent('.feed')).toContain('Công bố bản 1');
    await page.click('text="Xem xếp hạng"');
    await page.waitForFunction("document.title.startsWith('PCI 2019')");
    expect(complaints).toEqual([]);
  });

  it('shows nothing of one release under the address of another', async () => {
    const { page } = await open('/releases/pci/VN63/2019');
    let letGo = () => {};
    const later = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/v1/releases/pci/2018?*', async (route) => {
      await later;
      await route.continue();
    });
    await page.evaluate("history.pushState(null, '', '/releases/pci/VN63/2018'); dispatchEvent(new Event('popstate'))");
    await expect.poll(() => page.textContent('h1')).toContain('PCI 2018');
    expect(await page.locator('.feed, .revision').count()).toBe(0);
    letGo();
    await expect.poll(() => page.textContent('h1')).toContain('PCI 2018, 63 tỉnh');
    await expect.poll(() => page.locator('.feed, .revision').count()).toBeGreaterThan(1);
  });

  it('says in one sentence that there is no such release', async () => {
    const { page } = await open('/releases/pci/VN63/1999');

    await expect
      .poll(() => page.textContent('[role=alert]'))
      .toBe('Không có đợt công bố pci 1999. Chọn một mục khác trên trang này.');
  });

  it('is English for whoever asks for it', async () => {
    const { page } = await open('/releases/pci/VN63/2019?lang=en');

    await expect.poll(() => page.textContent('h1')).toContain('revision 1 is published');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    for (const path of ['/releases', '/releases/pci/VN63/2019', '/data?about=rankings/pci/2019']) {
      const { page } = await open(path, { colorScheme });
      await expectNoBarriers(page);
    }
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    for (const path of ['/releases', '/releases/pci/VN63/2019', '/data']) {
      const { page } = await open(path, { viewport: { width: 390, height: 800 } });
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
    }
  });
});

describe('the page of the data', () => {
  it('has in every tool the address of what the reader was looking at', async () => {
    const { page, complaints } = await open('/rankings/cchc/2020?set=VN63-46&group=districts');
    await page.click('.foot >> text="Lấy số liệu tự động"');
    await page.waitForSelector('pre');

    for (const tool of ['excel', 'sheets', 'power-bi', 'grafana', 'curl', 'pandas', 'r']) {
      const code = await page.textContent(`section[aria-labelledby=by-${tool}] pre`);
      expect([tool, code]).toEqual([tool, expect.stringContaining('rankings/cchc/2020')]);
      expect(code).not.toContain('pci');
    }
    const addresses = await page.locator('.foot a').evaluateAll((links) => links.map((link) => link.textContent));
    for (const address of addresses) expect([address, (await fetch(String(address))).status]).toEqual([address, 200]);
    expect(complaints).toEqual([]);
  });

  it('puts a way into the clipboard, and has files of whole indices', async () => {
    const { page } = await open('/data');
    await page.evaluate('navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }');
    await page.click('section[aria-labelledby=by-sheets] button');
    await page.waitForSelector('text=Đã sao chép.');
    expect(await page.evaluate('globalThis.copied')).toContain(`${url}/v1/rankings/pci/2019.csv`);

    const whole = page.locator('tr', { hasText: 'PCI' }).locator('a[download]');
    for (const href of await whole.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
      expect([href, (await fetch(`${url}${href}`)).status]).toEqual([href, 200]);
  });

  it('says what it does not know, and shows an example instead', async () => {
    const { page } = await open('/data?about=https://elsewhere.example/x');

    expect(await page.textContent('[role=alert]')).toContain('Không có bảng nào ở “https://elsewhere.example/x”');
    expect(await page.textContent('section[aria-labelledby=by-curl] pre')).toContain('rankings/pci/2019.csv');
  });
});
