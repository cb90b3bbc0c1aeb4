import type { Browser, BrowserContext } from 'playwright-core';
import { launched } from '../browser/opened-page.ts';
import loadedStack from '../support/loaded-stack.ts';

/**
 * `npm run bench:page`: how long a first visit to a ranking takes until its largest content is painted, on a processor four
 * times slower, against an empty page with the same HTML shell and styles: a browser's own time, which no page can beat. Both
 * in turn, each with nothing in its cache.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const SLOWER = 4;
const RANKING = '/rankings/pci/2019?unit=VN63-46';
const EMPTY = '/empty';

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const range = (values: readonly number[]): string =>
  `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}) ms`;

/** The shell with a heading where the page would be, and no script. */
const emptyPage = async (context: BrowserContext, url: string): Promise<void> => {
  const shell = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
  const body = shell
    .replace(/<script[^>]*><\/script>/g, '')
    .replace('<div id="page">', '<div id="page"><h1>Chỉ Số</h1>');
  await context.route(`${url}${EMPTY}`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
};

/** Says when the table first has rows: the largest paint may come before, of a heading without its finding. */
const WATCH = `new MutationObserver((_, watcher) => {
  if (!document.querySelector('tbody tr')) return;
  window.tableStands = performance.now();
  watcher.disconnect();
}).observe(document, { childList: true, subtree: true })`;

type Visit = { paint: number; table: number; script: number; asked: string[] };

const visit = async (browser: Browser, url: string, path: string): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await emptyPage(context, url);
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const asked: string[] = [];
  let script = 0;
  page.on('requestfinished', async (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/v1/')) asked.push(pathname + search);
    if (pathname.endsWith('.js')) script += (await request.sizes()).responseBodySize;
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  const paint = await page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true }))`,
  );
  const table = await page.evaluate<number>('window.tableStands ?? 0');
  // The context stays: this browser is one process, which ends with the first that is closed.
  await page.close();
  return { paint, table, script, asked };
};

let url = '';
const provide = (name: string, stack: unknown) => {
  if (name === 'stack') ({ url } = stack as { url: string });
};
const stop = await loadedStack({ name: 'bench', provide });
const browser = await launched();
try {
  const visits: Record<string, Visit[]> = { [RANKING]: [], [EMPTY]: [] };
  for (let round = -2; round < ROUNDS; round++) {
    for (const path of Object.keys(visits)) {
      const made = await visit(browser, url, path);
      if (round >= 0) visits[path]?.push(made);
    }
  }
  const paints = (path: string) => (visits[path] ?? []).map(({ paint }) => paint);
  const [first] = visits[RANKING] ?? [];
  const pairs = paints(RANKING).map((paint, i) => paint / (paints(EMPTY)[i] ?? 1));
  console.log(`Largest paint of a first visit, ${ROUNDS} in turn, processor ${SLOWER} times slower:`);
  console.log(`  ${RANKING.padEnd(34)} ${range(paints(RANKING))}`);
  console.log(`  ${'an empty page with the same shell'.padEnd(34)} ${range(paints(EMPTY))}`);
  const tables = (visits[RANKING] ?? []).map(({ table }) => table);
  console.log(`  ${'its table stands after'.padEnd(34)} ${range(tables)}`);
  console.log(`  of pairs (target 2)                × ${median(pairs).toFixed(2)}`);
  console.log(
    `  script ${((first?.script ?? 0) / 1000).toFixed(0)} KB as sent; asked of the API: ${first?.asked.join(' ')}`,
  );
} finally {
  await browser.close();
  await stop();
}
