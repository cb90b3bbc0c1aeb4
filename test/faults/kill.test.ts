import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { localTables } from '@chi-so/cli/local-tables';
import { verify } from '@chi-so/ranking/rebuild';
import { indices, unitSets } from '@chi-so/reference-data/catalogue';
import { listRevisions } from '@chi-so/storage/revisions';
import { getScores } from '@chi-so/storage/scores';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { madePci } from '../fixtures/made-pci.ts';
import { clientOf, type Json, type Send } from '../support/client.ts';

const { assembly } = inject('stack');
const dataDir = mkdtempSync(join(tmpdir(), 'chi-so-kill-'));
const release = { index: 'pci', period: '2018', unit_set: 'VN63', edition: 'main' };
const path = '/v1/releases/pci/2018';

type Running = {
  process: ChildProcess;
  lines: AsyncIterator<string>;
  send: Send;
  token: string;
  tables: ReturnType<typeof localTables>;
};
let running: Running;

const start = async (): Promise<Running> => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'support', 'run-stack.ts'), assembly, dataDir],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { url, token, ...stack } = JSON.parse((await lines.next()).value ?? '{}');
  return { process: child, lines, send: clientOf(url), token, tables: localTables(stack) };
};

/** The whole process group at once: the stack, its functions and its database. */
const kill = async ({ process: child }: Running): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
};

const drained = async ({ process: child, lines }: Running): Promise<void> => {
  child.stdin?.write('?\n');
  await lines.next();
};

const restart = async () => {
  await kill(running);
  running = await start();
  await drained(running);
};

beforeAll(async () => {
  running = await start();
  const { send, token } = running;
  for (const unitSet of unitSets()) await send('PUT', `/v1/unit-sets/${unitSet.unit_set}`, { token, body: unitSet });
  for (const { index, methodologies } of indices().filter(({ index: { index } }) => index === 'pci')) {
    await send('PUT', `/v1/indices/${index.index}`, { token, body: index });
    for (const methodology of methodologies) {
      await send('PUT', `/v1/indices/${index.index}/methodologies/${methodology.methodology}`, {
        token,
        body: methodology,
      });
    }
  }
});

afterAll(async () => {
  await kill(running);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Every release is other than the one before it, which is a warning. */
const acceptWarnings = async (revision: number) => {
  const { send, token } = running;
  const draft = await send('GET', `/v1/drafts/pci/2018/${revision}?set=VN63`, { token });
  const warned = draft.body.meta.findings.filter(({ severity }: Json) => severity === 'warning');
  const rules = [...new Set(warned.map(({ rule }: Json) => rule))];
  if (rules.length === 0) return;
  const body = { rules, reason: 'thử' };
  await send('POST', `${path}/revisions/${revision}/acknowledge?set=VN63`, { token, body });
};

const pauseFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('after kill -9 of everything', () => {
  it.each([5, 15, 30, 60, 120])('%i ms into an upload, no half release is there', async (ms) => {
    const upload = running.send('PUT', path, { token: running.token, body: madePci(ms) }).catch(() => undefined);
    await pauseFor(ms);
    await restart();
    await upload;

    const { send, token, tables } = running;
    for (const { manifest, revision } of await listRevisions(tables.records, release)) {
      const units = await getScores(tables.records, release, manifest);
      expect([revision, units.length, units.every(({ scores }) => Object.keys(scores).length === 11)]).toEqual([
        revision,
        63,
        true,
      ]);
    }
    expect((await send('GET', '/v1/rankings/pci/2018')).status).toBe(404);

    const again = await send('PUT', path, { token, body: madePci(ms) });
    expect([200, 201]).toContain(again.status);
  });

  it.each([2, 6, 12, 25, 50])(
    '%i ms into a publication, it is either official with its ranking or not at all',
    async (ms) => {
      const { revision } = (await running.send('PUT', path, { token: running.token, body: madePci(1000 + ms) })).body
        .meta;
      const before = (await running.send('GET', path)).body;
      await acceptWarnings(revision);
      const publishing = running
        .send('POST', `${path}/revisions/${revision}/publish?set=VN63`, {
          token: running.token,
          body: {},
          headers: { 'idempotency-key': `p${ms}` },
        })
        .catch(() => undefined);
      await pauseFor(ms);
      await restart();
      const answered = await publishing;

      const { send, token, tables } = running;
      const after = (await send('GET', path)).body;
      const official: Json[] = after.data ?? [];
      if (answered?.status === 200) expect(official.at(-1)?.revision).toBe(revision);
      expect(official.length - (before.data ?? []).length).toBeOneOf([0, 1]);
      const { outputs, differences } = await verify(tables);
      expect(differences).toEqual([]);
      if (official.length > 0) {
        expect(outputs).toBeGreaterThan(0);
        const ranking = (await send('GET', '/v1/rankings/pci/2018')).body;
        expect(ranking.meta.publication.revision).toBe(official.at(-1).revision);
      }

      const retried = await send('POST', `${path}/revisions/${revision}/publish?set=VN63`, {
        token,
        body: {},
        headers: { 'idempotency-key': `p${ms}` },
      });
      expect(retried.body.data[0].revision).toBe(revision);
      expect((await send('GET', path)).body.data).toHaveLength((before.data ?? []).length + 1);
    },
  );
});
