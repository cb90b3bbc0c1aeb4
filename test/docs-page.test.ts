import { PROBLEMS } from '@chi-so/contract/problem-codes';
import { ROUTES } from '@chi-so/contract/routes';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** The reference as a person sees it, in a browser. */

const { url } = inject('stack');
let browser: Browser;

beforeAll(async () => {
  const executablePath = await chromium.executablePath();
  browser = await playwright.launch({ executablePath, args: [...chromium.args, '--no-sandbox'], headless: true });
});
afterAll(() => browser?.close());

/** A page, with the requests that it made and what went wrong on it. */
const opened = async (path: string) => {
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url + path, { waitUntil: 'networkidle' });
  return { page, requests, complaints };
};

describe('the reference', () => {
  it('shows every route, and asks no other host for anything', async () => {
    const { page, requests, complaints } = await opened('/docs');
    await page.waitForSelector('.opblock');
    const shown = await page.$$eval('.opblock', (blocks) =>
      blocks.map((block) => {
        const part = (name: string) => block.querySelector(`.opblock-summary-${name}`)?.textContent ?? '';
        return `${part('method')} ${part('path').replaceAll('\u200B', '')}`.trim();
      }),
    );

    expect(shown.sort()).toEqual(Object.keys(ROUTES).sort());
    expect(requests.filter((request) => !request.startsWith(url) && !request.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('answers a route that is tried in it', async () => {
    const { page, complaints } = await opened('/docs#/Rankings/getRanking');
    await page.click('#operations-Rankings-getRanking .try-out__btn');
    const answered = page.waitForResponse((response) => response.url().includes('/v1/rankings/pci/2019'));
    await page.click('#operations-Rankings-getRanking .execute');
    const answer = await answered;
    await page.waitForSelector('#operations-Rankings-getRanking .live-responses-table');

    expect(answer.status()).toBe(200);
    expect(await page.textContent('#operations-Rankings-getRanking .live-responses-table')).toContain('Quảng Ninh');
    expect(complaints).toEqual([]);
  });

  it('explains every problem at the address that its type names', async () => {
    const { page, requests, complaints } = await opened('/docs/problems#stale-base');
    const codes = await page.$$eval('tr[id]', (rows) => rows.map(({ id }) => id));

    expect(codes.sort()).toEqual(Object.keys(PROBLEMS).sort());
    expect(await page.$eval('tr:target', ({ id }) => id)).toBe('stale-base');
    expect(requests.filter((request) => !request.startsWith(url) && !request.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
