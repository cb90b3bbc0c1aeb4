import { queryItems } from '@chi-so/storage/items';
import { describe, expect, it } from 'vitest';
import { type Malformed, malformed } from '../fixtures/malformed.ts';
import { type Json, tablesOf } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** The same files as in the unit test of their reading, through the function of 512 MB: the whole way of an upload. */

const { url, dynamodb, tokens } = writtenStack();
const { records } = tablesOf(dynamodb);

const upload = async ({ bytes, name, release: { index, period, unit_set } }: Malformed, edition: string) => {
  const where = new URLSearchParams({ set: unit_set, edition, filename: name });
  const began = performance.now();
  const response = await fetch(`${url}/v1/releases/${index}/${period}?${where}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { authorization: `Bearer ${tokens.all}`, 'content-type': 'application/octet-stream' },
  });
  return {
    status: response.status,
    body: (await response.json()) as Json,
    seconds: (performance.now() - began) / 1000,
  };
};

/** Every workbook, since those are the ones that grow; of the small texts every third. */
function* numbered(): Iterable<[number, Malformed]> {
  let number = 0;
  for (const file of malformed()) {
    number++;
    if (file.name.endsWith('.xlsx') || number % 3 === 0) yield [number, file];
  }
}

describe('malformed files', () => {
  it('sent by two at once break nothing and write nothing by halves', { timeout: 400_000 }, async () => {
    const counts = { refused: 0, drafts: 0 };
    const wrong: string[] = [];
    let slowest = { name: '', seconds: 0 };
    const judge = async (file: Malformed, edition: string): Promise<void> => {
      const { status, body, seconds } = await upload(file, edition);
      if (seconds > slowest.seconds) slowest = { name: file.name, seconds };
      const { index, period, unit_set } = file.release;
      const items = await queryItems(records, {
        pk: `RELEASE#${index}#${unit_set}#${edition}#${period}`,
        consistent: true,
      });
      const revisions = items.filter(({ sk }) => sk.startsWith('REV#')).length;
      if (status >= 400 && status < 500 && items.length === 0 && body.code) counts.refused++;
      else if (status === 201 && revisions === 1 && body.meta.errors > 0) counts.drafts++;
      else
        wrong.push(
          `${file.name} (${file.why}): ${status}, ${items.length} items, ${JSON.stringify(body).slice(0, 300)}`,
        );
    };
    const files = numbered();
    const sendAll = async (): Promise<void> => {
      for (const [number, file] of files) await judge(file, `malformed-${number}`);
    };
    await Promise.all([sendAll(), sendAll()]);
    console.log(
      `${counts.refused} refused with nothing written, ${counts.drafts} drafts with errors; slowest ${slowest.name} ${slowest.seconds.toFixed(1)} s`,
    );
    expect(wrong).toEqual([]);
    expect(counts.refused + counts.drafts).toBeGreaterThan(200);
  });
});
