import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from '../support/client.ts';
import { expectNoBarriers, launched, opened, openedBy } from './opened-page.ts';

/** CCHC, as an office inside a province looks itself up. */

const { url, tokens } = inject('stack');
const send = clientOf(url);
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);
const rowsOf = async (period: string): Promise<Json[]> =>
  (await send('GET', `/v1/rankings/cchc/${period}?set=VN63-46&lang=vi`)).body.data;

describe('the scorecard of a province', () => {
  it('shows both groups as announced: ranks, scores, grades, counts, and what is withheld', async () => {
    const { page, asked, abroad, complaints } = await open('/cchc/VN63-46/2020');

    await expect
      .poll(() => page.textContent('h1'))
      .toBe('CCHC 2020, Thừa Thiên Huế — dẫn đầu: Sở Nội vụ (87,87), UBND huyện Quảng Điền (85,90)');
    expect(await page.textContent('.lead')).toBe(
      'UBND tỉnh Thừa Thiên Huế: chưa rõ số văn bản, công bố 29/1/2021; chưa rõ người ký.',
    );
    await expect.poll(() => page.locator('h2').allTextContents()).toContain('Sở, ban, ngành');
    const text = await page.textContent('main');
    expect(text).toContain(
      '21 đơn vị; có điểm công bố: 5. Xếp loại theo công bố: Xuất sắc 0, Tốt 21, Khá 0, Trung bình 0.',
    );
    expect(text).toContain('9 đơn vị; có điểm công bố: 4. Xếp loại theo công bố: Tốt 4, Khá 5.');
    const shown = await page
      .locator('table.scorecard tbody tr')
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)));
    expect(shown).toEqual(
      (await rowsOf('2020')).map(({ rank, unit_name, score, grade_published }) => [
        rank === null ? '–' : String(rank),
        unit_name,
        score === null ? 'không công bố' : score.toFixed(2).replace('.', ','),
        grade_published,
      ]),
    );
    expect(asked.filter((path) => path.startsWith('/v1/drafts'))).toEqual([]);
    expect([abroad, complaints]).toEqual([[], []]);
  });

  it('gives its documents, tables and its template to take along', async () => {
    const { page } = await open('/cchc/VN63-46/2020');
    await page.waitForSelector('.foot a[download]');
    const files = await page
      .locator('.foot a[download]')
      .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href') ?? ''] as const));

    expect(files.map(([name]) => name)).toEqual([
      ...[
        'CSV',
        'CSV cho Excel',
        'XLSX',
        'Thông báo kết quả (DOCX)',
        'Phụ lục xếp hạng (DOCX)',
        'Biểu mẫu nhập (XLSX)',
      ],
    ]);
    for (const [name, address] of files) expect([name, (await fetch(url + address)).status]).toEqual([name, 200]);
  });

  it('puts the year before beside it, and says why the two are not compared', async () => {
    const { page } = await open('/cchc/VN63-46/2021');

    await expect
      .poll(() => page.textContent('main'))
      .toContain('Số liệu 2020 đặt bên cạnh, không so sánh: Bộ tiêu chí mới');
    const justice = page.locator('table.scorecard tr', { hasText: 'Sở Tư pháp' });
    await expect
      .poll(() => justice.locator('td, th').allTextContents())
      .toEqual(['2', 'Sở Tư pháp', '87,187', '5', '85,60', 'Tốt']);
    expect(await page.locator('thead').first().textContent()).toContain('Thứ hạng tính toán');
    expect(await page.textContent('main')).toContain('Không rõ số đơn vị được đánh giá');
  });

  it('opens a unit by the keyboard, and says in its address and its title which', async () => {
    const { page } = await open('/cchc/VN63-46/2020');
    await page.focus('table.scorecard >> text="Thanh tra tỉnh"');
    await page.keyboard.press('Enter');

    await page.waitForSelector('a[aria-expanded=true]');
    expect(new URL(page.url()).searchParams.get('open')).toBe('VN63-46.thanh-tra-tinh');
    expect(await page.textContent('h1')).toBe('CCHC 2020 — Thanh tra tỉnh hạng 3/21 trong Sở, ban, ngành (87,20 điểm)');
    await expect.poll(() => page.textContent('.opened')).toContain('chỉ có điểm tổng');
    expect(await page.locator('circle.mine').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForFunction("!location.search.includes('open')");
  });

  it('is found from a unit inside the province, which is open then', async () => {
    const { page } = await open('/cchc/VN63-46.so-tu-phap/latest');

    await expect
      .poll(() => page.textContent('h1'))
      .toBe('CCHC 2021 — Sở Tư pháp hạng 2, chưa rõ trên bao nhiêu đơn vị (87,187 điểm)');
  });

  it('says of a province or a period that has none which have', async () => {
    const { page, complaints } = await open('/cchc/VN63-48/latest');
    await expect.poll(() => page.textContent('h1')).toBe('CCHC, Đà Nẵng — chưa có đợt công bố');
    await page.click('main >> text="Hà Nội"');
    await page.waitForFunction("document.title.startsWith('CCHC 2023, Hà Nội')");
    expect(complaints).toEqual([]);

    const other = await open('/cchc/VN63-46/1999');
    await expect.poll(() => other.page.textContent('.state')).toContain('Chưa có kết quả CCHC kỳ 1999');
  });

  it('keeps the stages of an evaluation to those whose releases they are', async () => {
    const { page } = await openedBy(tokens.hue, browser, `${url}/cchc/VN63-46/2020`);
    await expect.poll(() => page.textContent('main')).toContain('Bản này chỉ có kết quả');

    const stranger = await openedBy(tokens.daNang, browser, `${url}/cchc/VN63-46/2020`);
    const { body } = await send('GET', '/v1/drafts/cchc/2020?set=VN63-46&lang=vi', { token: tokens.daNang });
    await expect.poll(() => stranger.page.textContent('main')).toContain(body.detail);
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    for (const path of ['/cchc/VN63-46/2021?open=VN63-46.so-tu-phap', '/cchc/VN63-48/latest']) {
      const { page } = await open(path, { colorScheme });
      await page.waitForSelector('main h1');
      await expectNoBarriers(page);
    }
  });

  it('fits a phone: nothing is cut off at its right', async () => {
    const { page } = await open('/cchc/VN63-46/2021?open=VN63-46.so-tu-phap', {
      viewport: { width: 390, height: 800 },
    });

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});
