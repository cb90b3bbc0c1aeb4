import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantText } from '../../services/dashboard/src/words/figures.ts';
import { expectNoBarriers, launched, opened } from '../browser/opened-page.ts';
import { xlsx } from '../fixtures/xlsx.ts';
import { clientOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** Đợt công bố, as those use it who put figures in and publish them. PII of 34 provinces does not ship, and no other test writes it. */

const { url, tokens } = writtenStack();
let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

const open = async (path: string, options = {}) => {
  const { page, complaints } = await opened(browser, url + path, options);
  await page.evaluate(`sessionStorage.setItem('chiso.token', '${tokens.all}')`);
  await page.reload({ waitUntil: 'networkidle' });
  return { page, complaints };
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const provinces = unitSets().find(({ unit_set }) => unit_set === 'VN34')?.units ?? [];
/** A table of one year. Every test has a year and an edition of its own, so that nothing contradicts what another left. */
const tableOf = (year: number, change: (name: string, score: number) => number = (_, score) => score): string =>
  [
    ['Tỉnh', `Điểm PII ${year}`],
    ...provinces.map(({ name_vi }, i) => [
      name_vi,
      change(name_vi, 60 - i * 0.37)
        .toFixed(2)
        .replace('.', ','),
    ]),
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join('');

const paste = async (page: Page, text: string) => {
  await page.waitForSelector('textarea');
  await page.evaluate(
    `(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      const box = document.querySelector('textarea');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`,
  );
};
const confirm = async (page: Page, action: string) => {
  await page.click(`button >> text="${action}"`);
  await page.click(`button >> text="Có, ${action}"`);
};
const draftOf = async (page: Page, edition: string) => {
  await page.waitForSelector('.said-of >> text=Nhận dạng: PII');
  await page.fill('input[name=edition]', edition);
  await page.click('text="Lập dự thảo"');
  await page.waitForSelector('#draft');
  await page.waitForSelector('table.draft');
};

describe('the page of releases, to those who write', () => {
  it('tells what is pasted, makes it a draft, and publishes it: nothing is seen before', async () => {
    const { page, complaints } = await open('/releases');
    await paste(page, tableOf(2025));
    await draftOf(page, 'page');

    expect(new URL(page.url()).pathname).toBe('/releases/pii/VN34/2025');
    expect(new URL(page.url()).search).toBe('?edition=page&revision=1');
    expect(await page.textContent('h1')).toContain('chưa công bố');
    expect(await page.locator('table.draft tbody').count()).toBe(34);
    expect((await fetch(`${url}/v1/rankings/pii/2025?set=VN34&edition=page`)).status).toBe(404);

    await page.click('text=Xếp hạng thử');
    await expect.poll(() => page.textContent('details[open] table.listed tbody')).toContain('Hà Nội');
    await confirm(page, 'Công bố');
    await expect.poll(() => page.textContent('h1')).toContain('bản 1 đang công bố');
    expect(await page.textContent('#content')).toContain('Công bố bản 1');
    expect(complaints).toEqual([]);
  });

  it('pins what was found to its cell, and waits for a reason before it publishes', async () => {
    const { page, complaints } = await open('/releases');
    // A file chosen from the disk, in which one figure has lost its decimal mark.
    const far = tableOf(2026, (name, score) => (name === 'Đà Nẵng' ? score / 10 : score));
    const file = { name: 'pii-2026.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(far) };
    await page.setInputFiles('input[type=file]', file);
    await draftOf(page, 'warned');
    const line = page.locator('table.draft tbody', { hasText: 'Đà Nẵng' });
    expect(await line.textContent()).toContain('Cảnh báo:');
    expect(await line.locator('.pinned-finding').count()).toBe(1);
    expect(await page.locator('button >> text="Công bố"').count()).toBe(0);
    // What is acknowledged is told in words, not by the rule's name alone.
    const warning = await page
      .locator('ul.findings .warning')
      .first()
      .evaluate((one) => one.childNodes[2]?.textContent);
    expect(await page.textContent('form.decision')).toContain(String(warning));
    await expectNoBarriers(page);

    const acknowledged = async (reason: string) => {
      await page.fill('form.decision input[type=text]', reason);
      await page.click('button >> text="Xác nhận"');
      await page.waitForSelector(`text=Đã xác nhận: ${reason}`);
    };
    await acknowledged('đã hỏi nơi công bố');
    await confirm(page, 'Công bố');
    await expect.poll(() => page.textContent('h1')).toContain('bản 1 đang công bố');

    // Another file for the same year says what it would change; then what it has changed.
    await page.goto(`${url}/releases`, { waitUntil: 'networkidle' });
    await paste(page, tableOf(2026));
    await draftOf(page, 'warned');
    await page.waitForSelector('text=1 ô đổi, 0 ô thêm, 0 ô bỏ');
    await acknowledged('bản in sửa lại');
    await confirm(page, 'Công bố');
    await expect.poll(() => page.textContent('h1')).toContain('bản 2 đang công bố');
    await page.click('text=Những số đã đổi');
    const changed = async () => {
      const again = page.locator('.feed >> text="Thử lại"');
      // The feed of changes comes a moment after the publication.
      if ((await again.count()) > 0) await again.click();
      return page.locator('.feed details[open]').textContent();
    };
    await expect.poll(changed, { interval: 500 }).toContain('Đà Nẵng');
    const moved = page.locator('.feed details[open] tbody tr', { hasText: 'Đà Nẵng' });
    expect(await moved.textContent()).toMatch(/thứ hạng tính toán \d+.*thứ hạng tính toán \d+/);
    expect(await moved.textContent()).not.toContain('total');

    await page.click('table >> text="Bản 1"');
    await page.waitForSelector('text="Khôi phục bản này"');
    await confirm(page, 'Công bố');
    await expect.poll(() => page.textContent('h1')).toContain('bản 1 đang công bố');
    expect(complaints).toEqual([]);
  });

  it('shows errors at their cells, and publishes nothing that has any', async () => {
    const { page } = await open('/releases');
    await paste(
      page,
      tableOf(2027, (name, score) => (name === 'Đà Nẵng' ? 480.95 : score)),
    );
    await draftOf(page, 'wrong');

    expect(await page.locator('td.pinned-finding.error').textContent()).toContain('480,95');
    expect(await page.textContent('#content')).toContain('lỗi nên không công bố được');
    await page.click('.findings .error >> text=xem trong bảng');
    expect(new URL(page.url()).hash).toBe('#line-VN34-48');
  });

  it('publishes at a set time, or not after all', async () => {
    const { page } = await open('/releases');
    await paste(page, tableOf(2028));
    await draftOf(page, 'later');
    await page.click('text="Hẹn giờ công bố"');
    expect(await page.locator('button >> text="Hẹn giờ"').isDisabled()).toBe(true);
    const inAMonth = Date.now() + 30 * 24 * 3_600_000;
    // The clock of Vietnam, as the field takes it.
    await page.fill('input[type=datetime-local]', new Date(inAMonth + 7 * 3_600_000).toISOString().slice(0, 16));
    await confirm(page, 'Hẹn giờ');
    await page.waitForSelector(`text=Bản 1 hẹn công bố lúc ${instantText('vi', inAMonth)}.`);
    await expect
      .poll(() => page.textContent('[role=status]:focus'))
      .toBe(`Đã hẹn công bố bản 1 lúc ${instantText('vi', inAMonth)}.`);
    await confirm(page, 'Bỏ hẹn giờ');
    await expect.poll(() => page.textContent('[role=status]:focus')).toBe('Đã bỏ hẹn giờ.');
    await expect.poll(() => page.locator('text=hẹn công bố lúc').count()).toBe(0);
    expect(await page.textContent('h1')).toContain('chưa công bố');
  });

  it('withdraws with a reason, asks once, and by the keyboard', async () => {
    const { page } = await open('/releases');
    await paste(page, tableOf(2029));
    await draftOf(page, 'taken-back');
    await page.focus('button >> text="Công bố"');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent(':focus')).toBe('Có, Công bố');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('h1')).toContain('bản 1 đang công bố');
    // What was done stays said, and the keyboard with it, although the button is gone.
    expect(await page.textContent(':focus')).toBe('Đã công bố bản 1 của PII 2029.');

    expect(await page.locator('button >> text="Thu hồi"').isDisabled()).toBe(true);
    await page.fill('section[aria-labelledby=withdrawal] input', 'nơi công bố rút lại');
    await page.click('button >> text="Thu hồi"');
    await page.click('text="Thôi"');
    expect(await page.textContent('h1')).toContain('bản 1 đang công bố');
    await confirm(page, 'Thu hồi');
    await expect.poll(() => page.textContent('h1')).toContain('đã thu hồi');
    expect(await page.textContent(':focus')).toBe('Đã thu hồi.');
    expect(await page.textContent('#content')).toContain('Lý do: nơi công bố rút lại');
  });

  it('says of nonsense what to do, and loses nothing that was typed', async () => {
    const { page } = await open('/releases');
    const alert = () => page.textContent('.incoming [role=alert]');
    const choose = (name: string, buffer: Buffer) =>
      page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });

    await page.click('text="Nhận dạng bảng đã dán"');
    await expect.poll(alert).toContain('Chưa có gì để gửi');
    await choose('bang.pdf', Buffer.from('%PDF-1.4'));
    await expect.poll(alert).toContain('PDF');
    await choose('anh.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]));
    await expect.poll(alert).toContain('không phải là văn bản');
    // By its path: the browser reads no more of it than it needs.
    const folder = mkdtempSync(join(tmpdir(), 'lon-'));
    writeFileSync(join(folder, 'lon.csv'), Buffer.alloc(33 * 1024 * 1024, 65));
    await page.setInputFiles('input[type=file]', join(folder, 'lon.csv'));
    await expect.poll(alert).toContain('33 MB lớn hơn 32 MB');
    rmSync(folder, { recursive: true });

    // A table that does not say its year: the reader does.
    await paste(page, tableOf(2030).replace(' 2030', ''));
    await expect.poll(alert).toContain('Ghi rõ chỉ số, kỳ');
    await page.fill('input[name=period]', '2030');
    await page.fill('input[name=index]', 'khong-co');
    await page.click('text="Nhận dạng lại"');
    await expect.poll(alert).toContain('khong-co');
    expect(await page.inputValue('input[name=period]')).toBe('2030');
    expect(await page.inputValue('textarea')).toContain('Huế');
    await page.fill('input[name=index]', 'pii');
    await page.click('text="Nhận dạng lại"');
    await page.waitForSelector('.said-of >> text=Nhận dạng: PII 2030');
  });

  it('takes a file that is too large for a request by way of the store of files, also when that fails at first', async () => {
    const { page, complaints } = await open('/releases');
    const cells = tableOf(2033)
      .trim()
      .split('\n')
      .map((line) => line.split('\t').map((cell) => (/^\d+,\d+$/.test(cell) ? Number(cell.replace(',', '.')) : cell)));
    // A workbook with a picture in it, as reports have.
    const buffer = Buffer.from(
      zipSync({
        ...unzipSync(xlsx([{ name: 'PII', cells }])),
        'xl/media/image1.png': [randomBytes(5 << 20), { level: 0 }],
      }),
    );
    const stored = '**/uploads/*';
    await page.route(stored, (route) => route.fulfill({ status: 403 }));
    await page.setInputFiles('input[type=file]', { name: 'PII 2033.xlsx', mimeType: XLSX, buffer });
    await expect.poll(() => page.textContent('.incoming [role=alert]')).toContain('Tệp chưa tới được kho tệp');
    expect(await page.textContent('.said-of')).toContain('PII 2033.xlsx');

    await page.unroute(stored);
    const put = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/uploads/'));
    await page.click('text="Nhận dạng lại"');
    expect(new URL((await put).url()).origin).not.toBe(new URL(url).origin);
    await draftOf(page, 'large');
    expect(await page.locator('table.draft tbody').count()).toBe(34);
    // The browser says itself that a request was refused, here on purpose.
    expect(complaints.filter((one) => !/status of 403|blocked by CORS|ERR_FAILED/.test(one))).toEqual([]);
  });

  it('takes what is dropped: the first file, and nothing of what is no file', async () => {
    const { page } = await open('/releases');
    const drop = (...given: (string | null)[]) =>
      page.evaluate(
        `(() => {
          const data = new DataTransfer();
          for (const text of ${JSON.stringify(given)}) {
            if (text === null) data.setData('text/plain', 'no file');
            else data.items.add(new File([text], 'bang.tsv', { type: 'text/tab-separated-values' }));
          }
          const zone = document.querySelector('.drop');
          for (const type of ['dragenter', 'dragover', 'drop']) {
            const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
            zone.dispatchEvent(event);
            if (type === 'dragover') window.overSeen = [event.defaultPrevented, zone.className];
          }
        })()`,
      );
    await drop(null);
    // A page that does not take the event lets the browser leave for the file.
    expect(await page.evaluate('window.overSeen[0]')).toBe(true);
    expect(await page.locator('.said-of').count()).toBe(0);

    await drop(tableOf(2034), tableOf(2035));
    await page.waitForSelector('.said-of >> text=Nhận dạng: PII 2034');
    expect(await page.getAttribute('.drop', 'class')).toBe('drop');
    await draftOf(page, 'dropped');
  });

  it('does not publish over what somebody else has published meanwhile, says so, and shows it', async () => {
    const { page } = await open('/releases');
    await paste(page, tableOf(2036));
    await draftOf(page, 'both');
    const send = clientOf(url);
    const where = 'set=VN34&edition=both';
    const token = tokens.all;
    const other = await send('PUT', `/v1/releases/pii/2036?${where}`, {
      token,
      body: tableOf(2036, (name, score) => (name === 'Huế' ? score + 1 : score)),
    });
    const path = `/v1/releases/pii/2036/revisions/${other.body.meta.revision}/publish?${where}`;
    expect((await send('POST', path, { token, body: {} })).status).toBe(200);

    await confirm(page, 'Công bố');
    await expect
      .poll(() => page.textContent('.decision [role=alert]'))
      .toContain('Đợt công bố đã thay đổi sau khi bạn');
    expect(await page.textContent('h1')).not.toContain('bản 1 đang công bố');
    await page.click('.decision [role=alert] button');
    await expect.poll(() => page.textContent('.decision .notice')).toContain('đã thay đổi sau khi lập bản này');
    await expect.poll(() => page.textContent('h1')).toContain('bản 2 đang công bố');
  });

  it('looks at the file that was chosen last, whichever is answered first', async () => {
    const { page } = await open('/releases');
    let letGo = () => {};
    const later = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let asked = 0;
    await page.route('**/v1/releases/recognise?*', async (route) => {
      asked += 1;
      if (asked === 1) await later;
      // By then nobody may wait for it any more.
      await route.continue().catch(() => {});
    });
    const choose = (year: number) => {
      const buffer = Buffer.from(tableOf(year));
      return page.setInputFiles('input[type=file]', { name: `${year}.tsv`, mimeType: 'text/plain', buffer });
    };
    await choose(2031);
    await expect.poll(() => asked).toBe(1);
    await choose(2032);
    await page.waitForSelector('.said-of >> text=Nhận dạng: PII 2032');
    const first = page.waitForResponse((response) => response.url().includes('filename=2031.tsv'));
    letGo();
    await first;
    await page.waitForLoadState('networkidle');
    expect(await page.inputValue('input[name=period]')).toBe('2032');
    expect(await page.textContent('.said-of')).toContain('Nhận dạng: PII 2032');
  });

  it('shows a stale token’s refusal as a sentence', async () => {
    const { page } = await open('/releases');
    await page.evaluate(`sessionStorage.setItem('chiso.token', '${tokens.stranger}')`);
    await page.reload({ waitUntil: 'networkidle' });
    await paste(page, tableOf(2025));

    await expect.poll(() => page.textContent('.incoming [role=alert]')).toContain('Đăng nhập lại');
  });
});
