import type { Context } from 'aws-lambda';
import { expect, it, onTestFinished, vi } from 'vitest';
import { event, SECRET } from './fixtures.ts';
import { httpHandler } from './http.ts';
import { logger } from './logger.ts';

it('a request that fails leaves one line of JSON, without its token, its body or lines of its own', async () => {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text).trimEnd()) > 0);
  }
  onTestFinished(() => void vi.restoreAllMocks());
  const level = logger.getLevelName();
  logger.setLogLevel('ERROR');
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
    headers: { authorization: 'Bearer eyJhbGciOi.secret.token', 'x-origin-secret': SECRET },
  });
  await http({ ...asked, body: '{"score": 12.34}' }, {} as Context);
  logger.setLogLevel(level);

  expect(said).toHaveLength(1);
  const [line = ''] = said;
  expect(line.split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({ level: 'ERROR', message: 'request failed' });
  expect(line).not.toMatch(/eyJhbGciOi|12\.34|sent-by-cloudfront/);
});
