import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened } from './opened-page.ts';

/** Mô phỏng, as a planner tries what would lift the province. */

const { url } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);

/** My unit's row in the answer of the API to what the page's address says. */
const ownByApi = async (page: Page) => {
  const { searchParams } = new URL(page.url());
  const query = new URLSearchParams({ index: 'pci', period: '2019', change: searchParams.get('change') ?? '' });
  if (searchParams.has('others')) query.set('others', searchParams.get('others') ?? '');
  const response = await fetch(`${url}/v1/analysis/what-if?${query}`);
  const { data } = (await response.json()) as {
    data: { unit: string; rank_simulated: number; score_simulated: number }[];
  };
  const own = data.find(({ unit }) => unit === 'VN63-46');
  if (!own) throw new Error('my unit is not simulated');
  return own;
};

const SUPPORT = 'input[type=range][aria-label^="Dịch vụ hỗ trợ doanh nghiệp"]';
const changeOf = (page: Page) => new URL(page.url()).searchParams.get('change');

describe('the page of a simulation', () => {
  it('gives the rank of the API for a slid value, by hand and by keyboard, and keeps it in its address', async () => {
    const { page, abroad, complaints } = await open('/simulate/pci/2019?unit=VN63-46');
    await page.waitForSelector('.simulated tr.mine');
    expect(await page.textContent('.result')).toContain('Chưa giả định gì');
    expect(await page.textContent('.simulated tr.mine td.rank')).toBe('20');
    expect(await page.textContent('main')).toContain('Cần thêm 0,07 điểm để lên hạng 19 (66,57 điểm), bằng Bình Định');

    await page.locator(SUPPORT).fill('7.5');
    await expect.poll(() => changeOf(page)).toBe('VN63-46:business_support:7.5');
    await expect
      .poll(() => page.textContent('.result'))
      .toContain('69,55 điểm (+3,05), hạng mô phỏng 6 thay vì hạng tính toán 20.');
    expect((await ownByApi(page)).rank_simulated).toBe(6);
    expect(await page.textContent('.simulated tr.mine')).toContain('tăng 14 bậc');

    await page.focus(SUPPORT);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => changeOf(page)).toBe('VN63-46:business_support:7.45');
    const own = await ownByApi(page);
    await expect
      .poll(() => page.textContent('.simulated tr.mine'))
      .toContain(own.score_simulated.toFixed(2).replace('.', ','));
    expect(await page.textContent('.simulated tr.mine td.rank')).toBe(String(own.rank_simulated));
    expect([abroad, complaints]).toEqual([[], []]);

    await page.click('text=Đặt lại tất cả');
    await expect.poll(() => page.textContent('.simulated tr.mine td.rank')).toBe('20');
    expect(changeOf(page)).toBeNull();
  });

  it('asks for where a hand stops only, not for each step of the way', async () => {
    const { page, asked } = await open('/simulate/pci/2019?unit=VN63-46');
    await page.waitForSelector('.simulated tr.mine');
    const before = asked.length;
    for (const value of ['6.5', '7', '7.5', '8', '8.5']) await page.locator(SUPPORT).fill(value);
    await expect.poll(() => changeOf(page)).toBe('VN63-46:business_support:8.5');
    await expect.poll(() => page.textContent('.result')).toContain('71,55 điểm');

    expect(asked.slice(before).filter((path) => path.includes('what-if')).length).toBeLessThanOrEqual(2);
  });

  it('states no result of figures before under those that are supposed now, and resets what was just slid', async () => {
    const { page } = await open('/simulate/pci/2019?unit=VN63-46&change=VN63-46:business_support:7.5');
    await expect.poll(() => page.textContent('.result')).toContain('69,55 điểm');
    await page.waitForSelector('.finding li:has-text("69,5")');
    await page.route('**/v1/analysis/what-if?*8.5*', (route) =>
      new Promise((done) => setTimeout(done, 600)).then(() => route.continue()),
    );
    await page.locator(SUPPORT).fill('8.5');
    await expect.poll(() => page.textContent('.result')).toBe('Đang mô phỏng …');
    expect(await page.textContent('main')).not.toContain('69,55 điểm');
    await expect.poll(() => page.textContent('.result')).toContain('71,55 điểm');

    await page.evaluate(`
      const slider = document.querySelector('${SUPPORT.replaceAll("'", '"')}');
      slider.value = '6.5';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    `);
    await page.click('text=Đặt lại tất cả');
    // Time for a change that should not be made.
    await page.waitForTimeout(400);
    expect(changeOf(page)).toBeNull();
    expect(await page.textContent('.result')).toContain('Chưa giả định gì');
  });

  it('takes a score as it is typed, with a comma, and says which it cannot take', async () => {
    const { page } = await open('/simulate/pci/2019?unit=VN63-46');
    const field = page.getByRole('textbox', { name: 'Đào tạo lao động' });
    await field.fill('8,5');
    await expect.poll(() => changeOf(page)).toBe('VN63-46:labor:8.5');
    await field.fill('11');
    await page.waitForSelector('text=từ 1 đến 10, nhiều nhất 2 số lẻ');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.blur();
    expect(await field.inputValue()).toBe('8,50');
    expect(changeOf(page)).toBe('VN63-46:labor:8.5');
    await page.click('.slider.changed button:has-text("bỏ")');
    await expect.poll(() => changeOf(page)).toBeNull();
  });

  it('puts in what one component alone would need, which is then enough', async () => {
    const { page } = await open('/simulate/pci/2019?unit=VN63-46&target=rank:10');
    await page.click('.slider button:has-text("riêng thành phần này cần 7,10")');

    await expect.poll(() => page.textContent('.result')).toContain('hạng mô phỏng 10 thay vì');
    expect(await page.locator('.slider .bad', { hasText: 'không thể' }).count()).toBeGreaterThan(0);
  });

  it('opens as it was sent: changes of several units, the others by their trend, all said', async () => {
    const { page } = await open(
      '/simulate/pci/2019?change=VN63-46:business_support:7.5,VN63-48:land:9&others=trend&unit=VN63-46',
    );
    await page.waitForSelector('.simulated tr.mine');
    const own = await ownByApi(page);
    expect(await page.textContent('.simulated tr.mine td.rank')).toBe(String(own.rank_simulated));
    const said = await page.textContent('main');
    expect(said).toContain('Đà Nẵng, Tiếp cận đất đai và sự ổn định trong sử dụng đất: 7,44 → 9,00');
    expect(said).toContain('mỗi đơn vị khác lặp lại thay đổi của mình từ 2018');
    expect(said).toContain('Phần dư của Thừa Thiên Huế giữ nguyên: 0,000004 điểm');
    expect(said).toContain('mô phỏng, không phải số liệu công bố');
    await page.click('button:has-text("bỏ Đà Nẵng")');
    await expect.poll(() => changeOf(page)).toBe('VN63-46:business_support:7.5');
  });

  it('begins with the newest release that has components of my unit, and says where there are none', async () => {
    const { page } = await open('/simulate?unit=VN34-46');
    await page.waitForSelector('.simulated tr.mine');
    expect(await page.textContent('h1')).toBe('Mô phỏng PCI 2021 — nếu Thừa Thiên Huế có điểm khác');

    await page.click('nav[aria-label="Kỳ"] >> text="2022"');
    await page.waitForSelector('text=Kỳ này chưa có điểm thành phần nào của Thừa Thiên Huế');
  });

  it('has no sliders where nobody knows the weights, and says so', async () => {
    const { page } = await open('/simulate/par-index/2019?unit=VN63-46');
    await page.waitForSelector('text=Danh mục không biết trọng số của chỉ số này');

    expect(await page.locator('input[type=range]').count()).toBe(0);
  });

  it('asks for a province where none is chosen, and says what is nonsense in an address', async () => {
    const nobody = await open('/simulate/pci/2019');
    await nobody.page.waitForSelector('text=Chọn tỉnh, thành phố để mô phỏng');

    const { page } = await open('/simulate/pci/2019?unit=VN63-46&change=VN63-46:moon:7');
    await page.waitForSelector('text=không có chỉ số thành phần "moon"');
    await page.click('text=Đặt lại tất cả');
    await page.waitForSelector('.simulated tr.mine');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in %s', async (colorScheme) => {
    const { page } = await open('/simulate/pci/2019?unit=VN63-46&change=VN63-46:labor:8', { colorScheme });
    await page.waitForSelector('.simulated tr.mine');

    await expectNoBarriers(page);
  });

  it('fits a phone, with what comes of a slider in sight', async () => {
    const { page } = await open('/simulate/pci/2019?unit=VN63-46', { viewport: { width: 390, height: 800 } });
    await page.locator('.slider').last().scrollIntoViewIfNeeded();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect((await page.locator('.result').boundingBox())?.y).toBe(0);
  });
});
