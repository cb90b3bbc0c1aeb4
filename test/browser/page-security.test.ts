import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launched, opened, savedBy } from './opened-page.ts';

/** What the page may do in a browser: run its own files, ask its own address, and nothing else. */

const { url, s3 } = inject('stack');
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

it('works under the policy that it is sent with, and runs no script that is put into it', async () => {
  const { page, complaints } = await opened(browser, `${url}/rankings/pci/2019?unit=VN63-46`, { bypassCSP: false });
  expect(await page.locator('.plot circle').count()).toBe(63);
  expect((await savedBy(page, '.take >> text="SVG"')).toString()).toContain('style="fill:');
  expect((await savedBy(page, '.take >> text="PNG"')).length).toBeGreaterThan(10_000);
  await page.click('nav >> text="Xu hướng"');
  await page.waitForSelector('main h2');
  expect(complaints).toEqual([]);

  await page.locator('main').evaluate((main) => {
    main.insertAdjacentHTML('beforeend', '<img src="/no.png" onerror="document.title = `run`">');
  });
  await expect.poll(() => complaints.join()).toContain('Content Security Policy');
  expect(await page.title()).not.toBe('run');
});

it('may ask no other place than its own host, the store of large files and where people sign in', async () => {
  const { headers } = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
  const allowed = headers.get('content-security-policy')?.split('; ') ?? [];

  expect(allowed).toContain(`connect-src 'self' ${s3.endpoint} ${url}/_local/issuer`);
  const preflight = (method: string) =>
    fetch(`${s3.endpoint}/${s3.bucket}/uploads/a`, {
      method: 'OPTIONS',
      headers: { origin: 'https://chiso.example.vn', 'access-control-request-method': method },
    });
  expect((await preflight('PUT')).headers.get('access-control-allow-methods')).toContain('PUT');
  expect((await preflight('GET')).headers.get('access-control-allow-methods')).toBeNull();
  expect((await preflight('DELETE')).headers.get('access-control-allow-methods')).toBeNull();
});
