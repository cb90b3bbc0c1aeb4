import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { tablesNamed } from './tables-named.ts';

const SERVING = {
  url: 'http://127.0.0.1:3000',
  token: 'local',
  tables: { endpoint: 'http://127.0.0.1:8000', records: 'here-Records', rankings: 'here-Rankings' },
};

const found = async (...given: Parameters<typeof tablesNamed>) => {
  const tables = tablesNamed(...given);
  if ('vi' in tables) throw new Error(tables.en);
  const { records, rankings } = tables;
  const { config } = records.db as DynamoDBClient;
  const endpoint = await config.endpoint?.();
  return { records: records.name, rankings: rankings.name, port: endpoint?.port, region: await config.region() };
};

describe('the tables that a command works on', () => {
  it('are those of the system that runs here, unless others are named', async () => {
    const here = { records: 'here-Records', rankings: 'here-Rankings', port: 8000, region: 'local' };
    expect(await found({}, SERVING)).toEqual(here);
    expect(await found({ records: 'R', rankings: 'K', region: 'ap-southeast-1' }, SERVING)).toEqual({
      records: 'R',
      rankings: 'K',
      port: undefined,
      region: 'ap-southeast-1',
    });
    const local = { records: 'R', rankings: 'K', endpoint: 'http://localhost:8001' };
    expect(await found(local, null)).toEqual({ records: 'R', rankings: 'K', port: 8001, region: 'local' });
  });

  it('are missed in one sentence where nothing serves, or a server that did not say', () => {
    const { tables: _, ...older } = SERVING;
    for (const serving of [null, older]) {
      expect(tablesNamed({}, serving)).toEqual({
        vi: expect.stringContaining('npm start'),
        en: expect.stringContaining('--records'),
      });
    }
  });
});
