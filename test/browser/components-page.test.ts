import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened, savedBy } from './opened-page.ts';

/** Thành phần, as a planner reads it. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);

// biome-ignore lint/suspicious/noExplicitAny: rows of several answers
const api = async (path: string): Promise<any> => (await fetch(`${url}/v1/${path}`)).json();

/** As the page writes it. */
const vi = (value: number, decimals = 2): string => value.toFixed(decimals).replace('.', ',').replace('-', '−');
const signed = (value: number): string => (value >= 0.005 ? `+${vi(value)}` : vi(value)).replace('−0,00', '0,00');

/** The figures of the table of a section, by the name of their row. */
const figuresIn = async (page: Page, section: number): Promise<Record<string, string[]>> => {
  const table = page.locator('main section:has(> h2)').nth(section).locator('table.figures').first();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.firstChild?.textContent?.trim() ?? '')),
    );
  return Object.fromEntries(rows.map(([name = '', ...figures]) => [name, figures]));
};

/** What the API says of the figures of a section. */
const sentencesIn = (page: Page, section: number): Promise<string[]> =>
  page.locator('main section:has(> h2)').nth(section).locator('.finding li').allTextContents();

describe('the page of a unit in the components of an index', () => {
  it('says its finding, shows the figures of the API, one request for each part, and complains of nothing', async () => {
    const { page, asked, abroad, complaints } = await open('/units/VN63-46/pci/2019?peers=VN63-48');
    await expect
      .poll(() => page.textContent('h1'))
      .toBe(
        'PCI 2019 — Thừa Thiên Huế theo thứ hạng tính toán mạnh nhất ở Đào tạo lao động (7/63), yếu nhất ở Chi phí thời gian (43/63)',
      );
    await page.waitForSelector('text=Không phân biệt được với các hạng mô phỏng 14–23');
    expect([abroad, complaints]).toEqual([[], []]);
    for (const part of ['rankings/pci/2019', 'decomposition', 'gap', 'peers', 'robustness']) {
      expect(asked.filter((path) => path.includes(part))).toHaveLength(1);
    }

    const [now, before] = await Promise.all(
      ['2019', '2018'].map((period) => api(`rankings/pci/${period}?component=*`)),
    );
    const scoresOf = ({ data }: typeof now, component: string): { unit: string; score: number }[] =>
      data.filter((row: { component: string }) => row.component === component);
    const scoreIn = (answer: typeof now, component: string, unit: string) =>
      scoresOf(answer, component).find((row) => row.unit === unit)?.score ?? Number.NaN;
    const time = scoresOf(now, 'time')
      .map(({ score }) => score)
      .sort((a, b) => a - b);
    await page.locator('summary').first().click();
    const dumbbells = await figuresIn(page, 0);
    expect(dumbbells['Chi phí thời gian']).toEqual([
      vi(scoreIn(now, 'time', 'VN63-46')),
      '43/63',
      vi(scoreIn(before, 'time', 'VN63-46')),
      vi(time[31] ?? Number.NaN),
      expect.any(String),
      vi(time.at(-1) ?? Number.NaN),
      vi(scoreIn(now, 'time', 'VN63-48')),
      '1–10',
    ]);
    expect(await page.locator('.dumbbells .dot.mine').count()).toBe(11);

    const { data, meta } = await api('analysis/decomposition?index=pci&unit=VN63-46&from=2018&to=2019');
    const bars = await page.locator('.waterfall g:has(> .step) > text:last-child').allTextContents();
    const contributions: number[] = data
      .filter(({ line }: { line: string }) => line === 'component')
      .map(({ contribution }: { contribution: number }) => contribution);
    expect(bars).toEqual([...contributions.sort((a, b) => Math.abs(b) - Math.abs(a)).map(signed), '0,00']);
    expect(await page.locator('main section h2').nth(1).textContent()).toBe(
      'Tăng 2,99 điểm so với 2018: cao hơn nhiều nhất ở Đào tạo lao động (+2,09); thấp hơn nhiều nhất ở Tính minh bạch và tiếp cận thông tin (−0,76)',
    );
    expect(await sentencesIn(page, 1)).toEqual(meta.sentences);
    expect(meta.sentences.join(' ')).toContain('tăng 24 bậc theo điểm của chính đơn vị');
  });

  it('explains the distance to somebody else, and keeps whom in its address', async () => {
    const { page } = await open('/units/VN63-46/pci/2019?peers=VN63-48');
    await page.waitForSelector('.waterfall');
    await page.selectOption('select >> nth=0', { label: 'Đà Nẵng' });
    await page.waitForSelector('h2 >> text=Kém Đà Nẵng');

    expect(new URL(page.url()).searchParams.get('against')).toBe('VN63-48');
    await page.selectOption('select >> nth=0', { label: 'trung vị' });
    await page.waitForSelector('h2 >> text=Hơn trung vị');
    await page.goBack();
    await page.waitForSelector('h2 >> text=Kém Đà Nẵng');
  });

  it('says where points are lost and what each component alone would need, or that it cannot', async () => {
    const { page } = await open('/units/VN63-46/pci/2019?target=rank:1');
    await page.waitForSelector('text=Mất nhiều điểm nhất ở Dịch vụ hỗ trợ doanh nghiệp');
    const { data, meta } = await api('analysis/gap?index=pci&unit=VN63-46&period=2019&target=rank:1');
    expect(await sentencesIn(page, 2)).toEqual(meta.sentences);
    expect(meta.sentences[0]).toContain('thứ hạng tính toán từ thứ 1/63');
    const lost = await page
      .locator('.lost tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [row.children[0], row.children[3], row.children[4]].map((cell) => cell?.textContent?.trim())),
      );
    expect(lost.map(([name, points]) => [name, points])).toEqual(
      data.map((row: { component_name: string; points_lost: number }) => [row.component_name, vi(row.points_lost)]),
    );
    expect(lost.filter(([, , alone]) => alone === 'không thể')).toHaveLength(
      data.filter(({ possible }: { possible: boolean }) => !possible).length,
    );
  });

  it('takes a unit that is like mine among the peers by the keyboard, and asks for nobody’s figures again', async () => {
    const { page, asked } = await open('/units/VN63-46/pci/2019');
    await page.focus('a[aria-label="So sánh với Phú Thọ"]');
    await page.keyboard.press('Enter');

    await page.waitForSelector('.dumbbells .peer-1');
    expect(new URL(page.url()).searchParams.get('peers')).toBe('VN63-25');
    expect(asked.filter((path) => path.includes('rankings/pci/2019'))).toHaveLength(1);
  });

  it('never puts the name of another index over the figures that it still shows', async () => {
    const { page } = await open('/units/VN63-46/pci/2019');
    await page.waitForSelector('.dumbbells');
    await page.route('**/v1/rankings/**', (route) => route.abort());
    await page.click('nav[aria-label="Chỉ số"] >> text="PAPI"');

    await page.waitForSelector('[role=alert]');
    expect(await page.textContent('h1')).toContain('PCI 2019');
  });

  it('takes the median where there is no period before to compare with', async () => {
    const { page } = await open('/units/VN63-46/pci/2009');
    await page.waitForSelector('select >> nth=0');
    const against = page.locator('select').first();

    expect(await against.inputValue()).toBe('Chọn…');
    await against.selectOption({ label: 'trung vị' });
    await expect.poll(() => new URL(page.url()).searchParams.get('against')).toBe('median');
  });

  it('says in the API’s own sentence what cannot be computed, and shows what remains', async () => {
    const dti = await open('/units/VN63-46/dti/2022');
    await dti.page.waitForSelector('text=Từ 3 trụ cột sang 9 chỉ số chính');
    expect(await dti.page.locator('.dumbbells .dot.mine').count()).toBe(9);
    expect(await dti.page.locator('.waterfall').count()).toBe(0);
    expect(await dti.page.textContent('.dumbbells')).toContain('chưa rõ');

    const papi = await open('/units/VN63-46/papi/2018');
    await papi.page.waitForSelector('text=Tổng điểm hai kỳ không so sánh được');
    expect(await papi.page.locator('.waterfall').count()).toBe(0);

    const par = await open('/units/VN63-46/par-index/2019');
    await par.page.waitForSelector('text=chỉ có tổng điểm, không có điểm thành phần');
  });

  it('says what to do where there is no such release or unit, and takes nonsense for what it is', async () => {
    const none = await open('/units/VN63-46/pci/1999');
    await expect.poll(() => none.page.textContent('[role=alert]')).toContain('Không có đợt công bố pci 1999');
    await none.page.click('nav[aria-label="Kỳ"] >> text="2018"');
    await none.page.waitForSelector('.dumbbells');

    const nobody = await open('/units/VN63-99/pci/2019');
    await nobody.page.waitForSelector('text=Đợt công bố này không có VN63-99');

    const nonsense = await open('/units/VN63-46/pci/2019?against=nobody&target=moon');
    await nonsense.page.waitForSelector('text="nobody" không phải mã đơn vị');
    await nonsense.page.waitForSelector('text=không phải "moon"');
    expect(await nonsense.page.locator('.dumbbells').count()).toBe(1);
  });

  it('knows my unit under the number that it had in another era', async () => {
    const { page } = await open('/units/VN34-46/pci/2019');

    await expect.poll(() => page.textContent('h1')).toContain('Thừa Thiên Huế theo thứ hạng tính toán mạnh nhất');
  });

  it('is reached from the overview and the ranking, and leads to the simulation', async () => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46');
    await page.click('text=Thành phần của Thừa Thiên Huế');
    await page.waitForSelector('.dumbbells');
    await page.click('text=Mô phỏng từ các điểm này');
    await page.waitForSelector('.slider');
    await page.goto(`${url}/units/VN63-46`, { waitUntil: 'networkidle' });
    await page.click('a:has-text("Thành phần PAPI")');
    await page.waitForSelector('.dumbbells');
    expect(page.url()).toContain('/units/VN63-46/papi/2024');
  });

  it('gives its drawings to take along, in English too', async () => {
    const { page } = await open('/units/VN63-46/pci/2019?lang=en');
    await expect
      .poll(() => page.textContent('h1'))
      .toContain('is by computed rank strongest in Labour Training (7 of 63)');
    const svg = (await savedBy(page, '.chart:has(.waterfall) .take >> text="SVG"')).toString();

    expect(svg).toContain('Up 2.99 points since 2018');
    expect(svg).toContain('computed here, not published');
    expect(svg).not.toContain('var(');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    const { page } = await open('/units/VN63-46/pci/2019?peers=VN63-48', { colorScheme });
    await page.waitForSelector('.dumbbells');
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");

    await expectNoBarriers(page);
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    const { page } = await open('/units/VN63-46/pci/2019?peers=VN63-48', { viewport: { width: 390, height: 800 } });
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
