import { type AttributeValue, BatchWriteItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { rankBatch } from '@chi-so/ranking/rank-batch';
import type { Tables } from '@chi-so/ranking/recompute';
import type { Answer } from '@chi-so/runtime/http';
import { type Table, tableOf } from '@chi-so/storage/client';
import { readLog } from '@chi-so/storage/logs';
import { scanTable } from '@chi-so/storage/table-dump';
import type { DynamoDBRecord } from 'aws-lambda';
import { memoryBackend } from './histories/backend.ts';
import { INDEX, SET, UNITS } from './histories/catalogue.ts';
import type { Command } from './histories/commands.ts';
import type { Cell, Content } from './histories/contents.ts';
import * as requests from './histories/requests.ts';
import { recordOf } from './histories/stream.ts';
import { type Tools, toolsOf } from './histories/tools.ts';

/** A small world in which a test decides who goes first: handlers, workers and readers, one call after the other. */

export const LOG = { index: INDEX, unit_set: SET, edition: 'main' };
export const releaseOf = (period: string, edition = 'main') => ({ edition, period });

/** A revision by its totals, in the order of the units; its other components follow from them. */
export const contentOf = (totals: readonly (number | null)[], methodology = 'plain', parts = ['a', 'b']): Content => {
  const column = (shift: number): Record<string, Cell> =>
    Object.fromEntries(
      UNITS.map((unit, i) => {
        const score = totals[i] ?? null;
        return [
          unit,
          score === null
            ? { score, status: 'M', reason: 'unknown' }
            : { score: score + shift, status: 'A', reason: null },
        ];
      }),
    );
  const scores = Object.fromEntries(['total', ...parts].map((component, i) => [component, column(i)]));
  return { methodology, version: methodology === 'plain' ? 2 : 1, extent: 'complete', scores };
};

/** Three contents of a release, and what the first two are ranked as. */
export const FIRST = contentOf([50, 40, 30, 20, 10]);
export const SECOND = contentOf([10, 20, 30, 40, 50]);
export const THIRD = contentOf([33, 20, 47.5, 20, 11]);
export const AS_FIRST = ['01 1', '02 2', '03 3', '04 4', '05 5'];
export const AS_SECOND = ['05 1', '04 2', '03 3', '02 4', '01 5'];

export type Scene = Awaited<ReturnType<typeof aScene>>;

export const aScene = async () => {
  const { apply, tables } = await memoryBackend();
  const clock = { now: Date.parse('2026-03-01T08:00:00.000Z') };
  let ids = 0;
  const send = async (command: Command): Promise<unknown> =>
    command.constructor.name === 'PutObjectCommand' ? {} : apply(command);
  const tools = toolsOf(send, { records: tables.records.name, rankings: tables.rankings.name }, () => {
    clock.now += 1;
    return new Date(clock.now);
  });
  const named = (base: number | null = null) => ({ id: `request-${++ids}`, reason: 'test', base });

  const upload = async (period: string, content: Content, edition?: string): Promise<number> => {
    const release = releaseOf(period, edition);
    const { revision, findings } = await requests.upload(tools, release, content, `upload-${++ids}`);
    const rules = [...new Set(findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule))];
    if (rules.length > 0) await requests.acknowledge(tools, release, revision ?? 0, rules, `accept-${++ids}`);
    return revision ?? 0;
  };
  const publish = async (period: string, revision: number, base: number | null = null, edition?: string) =>
    entryOf(await requests.publish(tools, releaseOf(period, edition), revision, null, named(base)));

  return {
    tables,
    tools,
    clock,
    apply,
    upload,
    publish,
    /** Uploads and publishes at once; gives the log entry. */
    release: async (period: string, content: Content, edition?: string): Promise<number> =>
      publish(period, await upload(period, content, edition), null, edition),
    withdraw: async (period: string, base: number): Promise<number> =>
      entryOf(await requests.withdraw(tools, releaseOf(period), named(base))),
    correct: async (
      period: string,
      unit: string,
      component: string,
      score: number,
      edition?: string,
    ): Promise<number> =>
      entryOf(await requests.correct(tools, releaseOf(period, edition), [{ unit, component, score }], true, named())),
    emptyRankings: async (): Promise<void> => {
      for await (const page of scanTable(tables.rankings)) {
        const deletions = page.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } as Key } }));
        for (let i = 0; i < deletions.length; i += 25) {
          const RequestItems = { [tables.rankings.name]: deletions.slice(i, i + 25) };
          apply(new BatchWriteItemCommand({ RequestItems }) as unknown as Command);
        }
      }
    },
    log: () => readLog(tables.records, LOG),
    /** A worker is told of some entries. */
    rank: (entries: readonly number[], by: Tables = tools) => rankBatch(by, entries.map(streamRecord)),
    ranking: (period: string, query: requests.RankingQuery = {}) =>
      requests.readRanking(tools, releaseOf(period), query),
    /** How many change items stand, one after the other. */
    changesSoFar: async (): Promise<number> => {
      for (let last = 0; ; ) {
        const { body } = await requests.readChanges(tools, last);
        const { meta } = body as { meta: { last: number } };
        if (meta.last === last) return last;
        last = meta.last;
      }
    },
    changes: async (since = 0): Promise<Change[]> =>
      ((await requests.readChanges(tools, since)).body as { data: Change[] }).data,
  };
};

type Key = Record<string, AttributeValue>;
type Change = { id: number; entry: number; action: string; periods: string[]; rows: unknown[] };

const entryOf = ({ body }: Answer): number => (body as { data: { entry: number }[] }).data[0]?.entry ?? 0;

/** Rows as `unit rank` of a ranking's answer. */
// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations of each test
export const metaOf = (answer: { body: unknown }) => (answer.body as any).meta;

export const places = ({ body }: Answer): string[] =>
  (body as { data: { unit: string; rank: number | null }[] }).data.map(({ unit, rank }) => `${unit.slice(-2)} ${rank}`);

const streamRecord = (entry: number): DynamoDBRecord =>
  recordOf(
    entry,
    { pk: { S: `LOG#${INDEX}#${SET}#main` }, sk: { S: String(entry).padStart(10, '0') } },
    0,
  ) as unknown as DynamoDBRecord;

/** The tables by a client that lets somebody else decide about each command. */
export const through = (
  tables: Tools,
  decide: (command: Command, send: () => Promise<unknown>) => Promise<unknown>,
) => {
  const client = ({ db, name }: Table): Table =>
    tableOf(
      { send: ((command: Command) => decide(command, () => db.send(command as never) as Promise<unknown>)) as never },
      name,
    );
  const [records, rankings] = [client(tables.records), client(tables.rankings)];
  return { ...tables, records, rankings, stores: { ...tables.stores, records, rankings } };
};

/** A worker that stands still before its first put of some kind, until it is let go. */
export const held = (tables: Tools, isHeld: (input: PutItemCommandInput) => boolean) => {
  let letGo: () => void = () => {};
  let stopped: () => void = () => {};
  const going = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const isStanding = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  const by = through(tables, async (command, send) => {
    if (command.constructor.name === 'PutItemCommand' && isHeld(command.input as unknown as PutItemCommandInput)) {
      stopped();
      await going;
    }
    return send();
  });
  return { by, letGo: () => letGo(), isStanding };
};

export const isPutOf =
  (kind: 'RANKING' | 'RANKING-AT' | 'SERIES' | 'CHANGES', sk = '') =>
  ({ Item }: PutItemCommandInput): boolean =>
    (Item?.pk?.S ?? '').split('#')[0] === kind && (Item?.sk?.S ?? '').startsWith(sk);
