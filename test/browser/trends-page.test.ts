import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened, savedBy } from './opened-page.ts';

/** Xu hướng, as a planner reads it. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);
type Row = {
  unit_name: string;
  period: string;
  score: number | null;
  rank: number | null;
  rank_published: number | null;
};
const series = async (query: string): Promise<Row[]> =>
  ((await (await fetch(`${url}/v1/series?${query}`)).json()) as { data: Row[] }).data;
const comma = (score: number) => score.toFixed(2).replace('.', ',');

describe('the page of a trend', () => {
  it('says its finding in the title, has the API’s figures in drawings and table, and complains of nothing', async () => {
    const { page, abroad, complaints } = await open('/trends/pci?unit=VN63-46&peers=VN63-48');
    await expect
      .poll(() => page.textContent('h1'))
      .toBe('PCI — Thừa Thiên Huế thứ hạng tính toán 6/63 (2022), không so sánh được với các kỳ trước');

    const rows = await series('index=pci&unit=VN63-46,VN63-48');
    const known = rows.filter(({ score }) => score !== null);
    const scores = known.map((row) => `${row.unit_name} ${row.period}: ${comma(row.score ?? 0)}`).sort();
    const drawn = await page.locator('figure:has(.range) .dot title').allTextContents();
    expect(drawn.sort()).toEqual(scores);
    const ranks = known
      .filter(({ rank }) => rank !== null)
      .map((row) => {
        const kind = row.rank === row.rank_published ? '' : 'thứ hạng tính toán ';
        return `${row.unit_name} ${row.period}: ${kind}${row.rank}/63`;
      });
    const placed = await page.locator('figure:has(.population) .dot title').allTextContents();
    expect(placed.sort()).toEqual(ranks.sort());
    const cells = await page.locator('tr', { hasText: /^2021/ }).locator('td').allTextContents();
    expect(cells.slice(0, 4)).toEqual(['69,24', '8/63', '70,42', '4/63']);
    expect(cells.slice(4)).toEqual(['64,74', '56,29–73,02']);
    expect(await page.textContent('.foot')).toContain('VCCI');
    expect([abroad, complaints]).toEqual([[], []]);
  });

  it('joins no line over another methodology, and says why where it stops', async () => {
    const { page } = await open('/trends/pci?unit=VN63-46');

    expect(await page.locator('figure:has(.range) .line.mine polyline').count()).toBe(3);
    expect(await page.textContent('.hairline title >> nth=0')).toBe(
      'Ghi chú 1: Đổi phương pháp 2012→2013: Thêm chỉ số Cạnh tranh bình đẳng, trọng số mới',
    );
    expect(await page.textContent('.interruptions')).toContain('Từ 1/7/2025: 34 tỉnh, thành phố');
    await page.goto(`${url}/trends/par-index?unit=VN63-46`);
    await expect.poll(() => page.locator('.dot').count()).toBeGreaterThan(0);
    expect(await page.locator('tr', { hasText: /^201[3-7]/ }).count()).toBe(0);
  });

  it('goes to another component, basis or peer by one request at most', async () => {
    const { page, asked } = await open('/trends/pci?unit=VN63-46&basis=VN63');
    const since = async (act: () => Promise<unknown>, title: string) => {
      const before = asked.length;
      await act();
      await page.waitForFunction(`document.title.includes('${title}') && !document.querySelector('[aria-busy=true]')`);
      // Time for a request that should not be there.
      await page.waitForTimeout(300);
      return asked.slice(before).map((one) => one.split('?')[0]);
    };

    const component = () => page.selectOption('select', { index: 2 });
    expect(await since(component, 'Tiếp cận đất đai')).toEqual(['/v1/series']);
    expect(page.url()).toContain('component=land');
    expect(await since(() => page.click('nav >> text="Như công bố"'), '(2013)')).toEqual(['/v1/series']);
    const peer = async () => {
      await page.fill('input[type=search]', 'quang nam');
      await page.click('.found >> text="+ Quảng Nam"');
      await page.waitForSelector('.compared >> text="Quảng Nam"');
    };
    expect(await since(peer, 'Tiếp cận đất đai')).toEqual([]);
    expect(new URL(page.url()).searchParams.get('peers')).toBe('VN63-49');
    await page.goBack();
    await page.waitForFunction("!document.querySelector('.compared')?.textContent.includes('Quảng Nam')");
  });

  it('never puts the name of another index over the figures that it still shows', async () => {
    const { page } = await open('/trends/pci?unit=VN63-46');
    await page.waitForSelector('table.periods');
    const title = await page.textContent('h1');
    await page.route('**/v1/series?*', (route) => route.abort());
    await page.click('nav[aria-label="Chỉ số"] >> text="DTI"');

    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('h1')).toBe(title);
  });

  it('leads a unit whose figures lie under another id to the basis that has them', async () => {
    const { page } = await open('/trends/pci?unit=VN34-46');
    await expect.poll(() => page.textContent('.state')).toContain('PCI không có số liệu nào dưới mã VN34-46 (Huế)');
    await page.click('.state a');
    await expect
      .poll(() => page.textContent('h1'))
      .toBe('PCI — Huế thứ hạng tính toán 6/63 (2022), không so sánh được với các kỳ trước');
    expect(await page.textContent('.notes')).toContain('như đã công bố cho Thừa Thiên Huế (VN63-46)');
  });

  it('shows what was merged as an estimate with its range, and its places as simulated', async () => {
    const { page } = await open('/trends/pci?unit=VN34-48&basis=VN34');
    await expect.poll(() => page.textContent('h1')).toContain('hạng mô phỏng 6/34 (2022)');
    const row = page.locator('tr', { hasText: /^2019/ });

    expect(await row.textContent()).toContain('69,79ước tính, 69,42–70,15');
    expect(await row.textContent()).toContain('mô phỏng 2/34');
    expect(await page.locator('figure:has(.spread) .dot:not(.estimate)').count()).toBe(0);
    await page.goto(`${url}/trends/pci?unit=VN34-48&basis=VN63`);
    await expect.poll(() => page.textContent('.state')).toContain('là nhiều đơn vị: Đà Nẵng, Quảng Nam');
  });

  it('says in a sentence that there is one period only, nothing, no such unit, or what the API refuses', async () => {
    const { page } = await open('/trends/egov?unit=VN63-46');
    const says = (selector: string) => expect.poll(() => page.textContent(selector));
    await says('.state').toContain('Mới có một kỳ (2017)');
    const pages = [
      ['pci?unit=VN63-46&component=nonsense', '.state', 'Chưa có số liệu nào'],
      ['pci?unit=VN63-99', '.state', 'VN63-99'],
      ['pci?unit=VN63-46&basis=VN99', '[role=alert]', 'có phải VN63 không?'],
      ['cchc?unit=VN63-46', '.state', 'các đơn vị trong tỉnh'],
    ] as const;
    for (const [path, selector, text] of pages) {
      await page.goto(`${url}/trends/${path}`);
      await says(selector).toContain(text);
    }
  });

  it('is reached from the overview, a ranking and the header, and walked by the keyboard', async () => {
    const { page } = await open('/units/VN63-46');
    await page.click('tr:has-text("PCI") .history a');
    await page.waitForFunction("document.title.startsWith('PCI — ')");
    expect(page.url()).toBe(`${url}/trends/pci?unit=VN63-46`);
    await page.focus('.hairline >> nth=1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('.interruptions :target')).toContain('2021→2022');
    await page.focus('input[type=search]');
    await page.keyboard.type('da nang');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.compared .peer-1');
    await page.goto(`${url}/rankings/pci/2019?unit=VN63-46&component=land`, { waitUntil: 'networkidle' });
    await page.click('text=Xu hướng PCI qua các kỳ');
    await page.waitForFunction("document.title.includes('Tiếp cận đất đai')");
  });

  it('gives its drawings and figures to take along', async () => {
    const { page } = await open('/trends/pci?unit=VN63-46&peers=VN63-48');
    const svg = (await savedBy(page, 'figure:has(.population) .take >> text="SVG"')).toString();
    expect(svg).toContain('PCI — Thừa Thiên Huế thứ hạng tính toán 6/63 (2022)');
    expect(svg).toContain('Đổi phương pháp 2012→2013');
    expect(svg).not.toContain('var(');
    const files = await page
      .locator('.foot a[download]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const answers = await Promise.all(files.map((file) => fetch(url + file)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await answers[2]?.text()).toContain('VN63-46,Thừa Thiên Huế,Thua Thien Hue,14,18,22,30');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    const { page } = await open('/trends/pci?unit=VN34-46&peers=VN34-48&basis=VN34', { colorScheme });

    await expectNoBarriers(page);
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    const { page } = await open('/trends/pci?unit=VN63-46&peers=VN63-01,VN63-79,VN63-48,VN63-92', {
      viewport: { width: 390, height: 800 },
    });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
