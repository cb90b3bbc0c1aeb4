import { readFile } from 'node:fs/promises';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { localDb } from './local-tables.ts';
import { troubleOf } from './trouble.ts';

const errorOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error) => error,
  );
const aws = (name: string) => Object.assign(new Error('said AWS'), { name });

describe('what an error is to an operator', () => {
  it('names the file that cannot be read', async () => {
    const { text, code } = troubleOf(await errorOf(readFile('/none.ndjson')), 'R');
    expect(text.vi).toBe('Không đọc hay ghi được /none.ndjson (ENOENT)');
    expect(code).toBe(1);
  });

  it('is exit code 3 where DynamoDB is not there, has no such table, or does not allow it', async () => {
    const away = await errorOf(localDb('http://127.0.0.1:9').send(new ScanCommand({ TableName: 'R' })));
    expect(troubleOf(away, 'R')).toMatchObject({ text: { en: expect.stringContaining('npm start') }, code: 3 });
    expect(troubleOf(aws('ResourceNotFoundException'), 'R')).toMatchObject({
      text: { en: expect.stringContaining('no table R') },
      code: 3,
    });
    for (const name of ['AccessDeniedException', 'UnrecognizedClientException', 'CredentialsProviderError']) {
      expect(troubleOf(aws(name), 'R')).toMatchObject({ text: { en: 'AWS does not allow it: said AWS' }, code: 3 });
    }
    expect(troubleOf(new Error('Region is missing'), 'R').code).toBe(3);
  });

  it('is otherwise what it says itself', () => {
    expect(troubleOf(new Error('odd'), 'R')).toEqual({ text: { vi: 'odd', en: 'odd' }, code: 1 });
  });
});
