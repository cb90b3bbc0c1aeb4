import { readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';

/**
 * What the package gives to a function of a cloud and a test has no use for: one process for everything, drawing by an
 * emulated graphics card, and a browser that looks away where another origin is asked.
 */
const UNWANTED = /single-process|no-zygote|gpu|gl=|angle|swiftshader|web-security|insecure-content/;

/** A browser that brings itself: one for a file of tests. */
export const launched = async (): Promise<Browser> => {
  const executablePath = await chromium.executablePath();
  const args = [...chromium.args.filter((arg) => !UNWANTED.test(arg)), '--disable-gpu', '--no-sandbox'];
  return playwright.launch({ executablePath, args, headless: true });
};

export type Opened = {
  page: Page;
  /** Path and query of every request to the API. */
  asked: string[];
  /** What went to another host. */
  abroad: string[];
  /** Errors of scripts and of the console. */
  complaints: string[];
};

/** A page of a reader who has never been here, waited for until its figures stand. */
export const opened = async (browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  // Conditions that a test waits for are evaluated as text in the page, which its policy forbids; `page-security.test.ts`
  // opens it under the policy.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  // This browser is one process, which keeps what contexts of the same origin remember in one place.
  await context.addInitScript("sessionStorage.begun ?? localStorage.clear(); sessionStorage.begun = 'yes';");
  const page = await context.newPage();
  const { origin } = new URL(url);
  const [asked, abroad, complaints]: string[][] = [[], [], []];
  page.on('request', (request) => {
    const { pathname, search, origin: host, protocol } = new URL(request.url());
    if (host === origin && pathname.startsWith('/v1/')) asked?.push(pathname + search);
    if (host !== origin && protocol !== 'data:') abroad?.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && complaints?.push(message.text()));
  page.on('pageerror', (error) => complaints?.push(error.message));
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, asked: asked ?? [], abroad: abroad ?? [], complaints: complaints ?? [] };
};

/** A page of somebody who signed in to see it. */
export const openedBy = async (
  token: string,
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const { origin, pathname, search } = new URL(url);
  const one = await opened(browser, `${origin}/sign-in?to=${encodeURIComponent(pathname + search)}`, options);
  await one.page.fill('textarea', token);
  await one.page.click('main form button');
  await one.page.waitForURL(url);
  return one;
};

/** The bytes of the file that a click saves. */
export const savedBy = async (page: Page, selector: string): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return readFileSync(await download.path());
};

/** Fails with every barrier that axe finds on the page as it is now. */
export const expectNoBarriers = async (page: Page): Promise<void> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );

  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))).toEqual([]);
};
