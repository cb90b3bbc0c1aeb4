import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectNoBarriers, launched, opened } from './opened-page.ts';

/** Đăng nhập: who somebody is to the API, for as long as the tab is open. */

const { url, tokens } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = (path: string, options = {}) => opened(browser, url + path, options);

describe('the sign-in', () => {
  it('takes a token as it is pasted, says what it allows, and forgets it at once when asked to', async () => {
    const { page, asked, complaints } = await open('/sign-in?unit=VN63-46');
    await expect.poll(() => page.textContent('h1')).toBe('Đăng nhập');
    await page.fill('textarea', `export TOKEN=${tokens.hue}\n`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await expect.poll(() => page.textContent('h1')).toBe('Đã đăng nhập: hue');
    const said = page.locator('main dl');
    await expect.poll(() => said.textContent()).toContain('xem và ghi chỉ tiêu');
    await expect.poll(() => said.textContent()).toContain('VN63-46 (Cơ quan, địa phương của tỉnh Thừa Thiên Huế');
    expect(await page.textContent('header')).toContain('hue');
    expect([page.url(), ...asked].filter((address) => address.includes(tokens.hue.slice(-20)))).toEqual([]);

    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => page.textContent('h1')).toBe('Đã đăng nhập: hue');
    await page.click('main >> text="Đăng xuất"');
    await expect.poll(() => page.textContent('h1')).toBe('Đăng nhập');
    expect(
      await page.evaluate('Object.values(sessionStorage).join() + Object.values(localStorage).join()'),
    ).not.toContain('eyJ');
    expect(complaints).toEqual([]);
  });

  it('says of what is no token, or one that has ended, what to do', async () => {
    const { page } = await open('/sign-in');
    const ended = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"lan","exp":1577836800}').toString('base64url')}.c2ln`;
    for (const [pasted, sentence] of [
      ['', 'Chưa có mã.'],
      ['mật khẩu', 'Đây không phải là mã truy cập'],
      [ended, 'Mã này đã hết hạn 07:00 1/1/2020.'],
    ] as const) {
      await page.fill('textarea', pasted);
      await page.click('main form button');
      await expect.poll(() => page.textContent('#token-fault')).toContain(sentence);
    }
    await expectNoBarriers(page);
  });

  it('leads back to where the reader came from, and to no other place', async () => {
    const { page } = await open('/rankings/pci/2019?unit=VN63-46');
    await page.click('header >> text="Đăng nhập"');
    await page.fill('textarea', tokens.all);
    await page.click('main form button');
    await page.waitForFunction("document.title.startsWith('PCI 2019')");

    for (const to of ['//example.org/x', '/.//example.org/x']) {
      const elsewhere = await open(`/sign-in?to=${encodeURIComponent(to)}`);
      await elsewhere.page.fill('textarea', tokens.all);
      await elsewhere.page.click('main form button');
      await elsewhere.page.waitForFunction("location.pathname !== '/sign-in'");
      expect(new URL(elsewhere.page.url()).origin).toBe(url);
    }
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, and fits a phone, in %s', async (colorScheme) => {
    const { page } = await open('/sign-in', { colorScheme, viewport: { width: 390, height: 800 } });
    await page.fill('textarea', tokens.hue);
    await expectNoBarriers(page);
    await page.click('main form button');
    await page.waitForSelector('dl.foot');
    await expectNoBarriers(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

describe('the sign-in at the provider', () => {
  const BUTTON = 'Đăng nhập bằng tài khoản Chỉ Số';
  const begun = async (path: string, options = {}) => {
    const one = await open(path, options);
    await one.page.click('main section button');
    await one.page.waitForSelector('h1 >> text="Đăng nhập thử"');
    return one;
  };

  it('brings somebody back to where they were, with what their groups give, and nothing of it in the address', async () => {
    const { page, complaints, asked } = await begun('/sign-in?to=%2Ftargets%2FVN63-46%2F2020', { bypassCSP: false });
    await page.fill('[name=person]', 'lan');
    await page.check('[value=planners]');
    await page.fill('[name=unit_sets]', 'VN63-46');
    await page.click('button');

    await expect.poll(() => page.textContent('h1')).toContain('Chỉ tiêu 2020, Thừa Thiên Huế');
    expect(new URL(page.url()).search).not.toMatch(/code|state/);
    expect(asked.some((path) => path.startsWith('/v1/targets/VN63-46'))).toBe(true);
    expect(await page.textContent('header')).toContain('lan');
    const kept = await page.evaluate('Object.keys(sessionStorage).join()');
    expect(kept).not.toContain('signing-in');

    await page.click('header >> text="lan"');
    await expect.poll(() => page.textContent('main dl')).toContain('xem và ghi chỉ tiêu');
    await page.click('main >> text="Đăng xuất"');
    await expect.poll(() => page.textContent('main')).toContain(BUTTON);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(complaints).toEqual([]);
  });

  it('takes no code that this tab did not ask for, and says what to do', async () => {
    const { page } = await open('/sign-in?code=of-somebody-else&state=theirs&lang=vi');

    await expect.poll(() => page.textContent('section [role=alert]')).toContain('không bắt đầu ở thẻ trình duyệt này');
    expect(new URL(page.url()).search).toBe('?lang=vi');
    await expectNoBarriers(page);
  });

  it('says so where the provider sends somebody back without a code', async () => {
    const { page } = await begun('/sign-in?lang=en');
    const state = new URL(page.url()).searchParams.get('state');
    await page.goto(`${url}/sign-in?error=access_denied&state=${state}`);

    await expect.poll(() => page.textContent('section [role=alert]')).toContain('Not signed in');
    expect(new URL(page.url()).search).toBe('?lang=en');
  });
});
