import type { Context } from 'aws-lambda';
import { expect, it } from 'vitest';
import { event, SECRET } from './fixtures.ts';
import { httpHandler } from './http.ts';
import { logger } from './logger.ts';
import { Problem } from './problem.ts';
import { linesOf } from './written-lines.ts';

/** What the log has of some work, from errors on. */
const loggedBy = async (work: () => unknown): Promise<string[]> => {
  const level = logger.getLevelName();
  logger.setLogLevel('ERROR');
  const said = await linesOf(work);
  logger.setLogLevel(level);
  return said;
};

it('a request that fails leaves one line of JSON, without its token, its body or lines of its own', async () => {
  const http = httpHandler(
    {
      'PUT /v1/things': async ({ query }) => {
        throw new Error(`no item ${query.name}`);
      },
    },
    { secrets: [SECRET] },
  );
  const asked = event('PUT /v1/things', {
    query: { name: 'a\r\n{"level":"INFO","message":"all is well"}' },
    headers: {
      authorization: 'Bearer eyJhbGciOi.secret.token',
      'x-origin-secret': SECRET,
      'x-forwarded-for': '203.0.113.9',
    },
  });
  const said = await loggedBy(() => http({ ...asked, body: '{"score": 12.34}' }, {} as Context));

  expect(said).toHaveLength(1);
  const [line = ''] = said;
  expect(line.split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', message: 'request failed' });
  expect(line).not.toMatch(/eyJhbGciOi|12\.34|sent-by-cloudfront|203\.0\.113/);
});

it('what an error carries besides its message stays out of the log: cells of a file, an item of the database', async () => {
  const sent = { value: '12,34\nHuế', token: 'eyJhbGciOi' };
  const refused = Object.assign(new Error('the condition does not hold', { cause: Object.assign(new Error(), sent) }), {
    Item: { score: { N: '12,34' } },
  });
  const text = { vi: 'Tệp có 1 lỗi', en: 'The file has 1 error' };
  const errors = [{ ...sent, message_vi: 'Số «12,34» lạ', message_en: 'Odd number' }];
  const said = await loggedBy(() => {
    logger.error('embargo failed', new Problem(422, 'invalid-release', text, { errors, more: sent }));
    logger.error('not ranked', { log: 'pci/VN63/main', error: refused });
  });

  expect(said.map((line) => JSON.parse(line).error.message)).toEqual([
    '422 invalid-release: The file has 1 error',
    'the condition does not hold',
  ]);
  expect(said.join('')).not.toMatch(/12,34|eyJhbGciOi/);
});
