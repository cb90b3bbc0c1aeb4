import type { Browser, BrowserContext } from 'playwright-core';
import { launched } from '../browser/opened-page.ts';
import loadedStack from '../support/loaded-stack.ts';
import type { Bench, Figures } from './figures.ts';
import { inTurn } from './in-turn.ts';
import { ratiosOf, spreadOf } from './statistics.ts';

const SLOWER = 4;
const RANKING = '/rankings/pci/2019?unit=VN63-46';
const EMPTY = '/empty';

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

const TARGET = 'largest paint: a ranking / an empty page';

export const page: Bench = {
  name: 'page',
  compares:
    'A first visit to a ranking until its largest content is painted, on a processor four times slower, beside an empty page with the same HTML shell and styles.',
  targets: { [TARGET]: { most: 2 } },
  minutes: 2,
  run: async ({ quick }) => {
    let url = '';
    const provide = (name: string, stack: unknown) => {
      if (name === 'stack') ({ url } = stack as { url: string });
    };
    const stop = await loadedStack({ name: 'bench', provide });
    try {
      const browser = await launched();
      try {
        return await measured(browser, url, quick ? 3 : 15);
      } finally {
        await browser.close();
      }
    } finally {
      await stop();
    }
  },
};

const measured = async (browser: Browser, url: string, rounds: number): Promise<Figures> => {
  const visits = await inTurn(
    { rounds, warmUp: 2 },
    { ranking: () => visit(browser, url, RANKING), empty: () => visit(browser, url, EMPTY) },
  );
  const paints = (which: 'ranking' | 'empty') => visits[which].map(({ paint }) => paint);
  const ratio = ratiosOf(paints('ranking'), paints('empty'));
  const [first] = visits.ranking;
  return {
    tables: [
      {
        title: `${rounds} rounds, each with nothing in the cache, ms`,
        columns: ['', 'largest paint', 'the table stands after'],
        rows: [
          [RANKING, spreadOf(paints('ranking')), spreadOf(visits.ranking.map(({ table }) => table))],
          ['an empty page', spreadOf(paints('empty')), null],
        ],
      },
    ],
    measured: { [TARGET]: ratio },
    versions: { Chromium: browser.version() },
    notes: [
      `The script is ${((first?.script ?? 0) / 1000).toFixed(0)} KB as sent. Asked of the API: ${first?.asked.join(' ')}`,
      'No page can be painted before an empty one: that is the browser’s own time.',
    ],
  };
};
