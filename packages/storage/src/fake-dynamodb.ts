import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { type Table, tableOf } from './client.ts';
import type { RawItem } from './table-dump-line.ts';

/** Tables in memory for tests of whole-table commands: small pages, and a service that hands back what it likes. */

type Behaviour = {
  /** Called before each request with its name; may throw, and may be told to hand back all but the first of a batch. */
  before?: (request: string) => 'hand-back' | undefined;
};

const PAGE = 7;

export const keyOf = ({ pk, sk }: RawItem): string => `${pk?.S}\n${sk?.S}`;

export const fakeDynamoDB = (behaviour: Behaviour = {}) => {
  const tables = new Map<string, Map<string, RawItem>>();
  /** Keys in the order in which they were written. */
  const written: string[] = [];

  const itemsOf = (name = ''): Map<string, RawItem> => {
    const items = tables.get(name);
    if (!items) throw new ResourceNotFoundException({ message: `no table ${name}`, $metadata: {} });
    return items;
  };

  const scan = ({ input }: ScanCommand) => {
    // Partitions in some order of their own, each in the order of its sort keys.
    const order = (key: string): string => {
      const [pk = '', sk = ''] = key.split('\n');
      return `${[...pk].reverse().join('')}\n${sk}`;
    };
    const all = [...itemsOf(input.TableName).entries()].sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
    const from = input.ExclusiveStartKey
      ? all.findIndex(([key]) => key === keyOf(input.ExclusiveStartKey ?? {})) + 1
      : 0;
    const page = all.slice(from, from + (input.Limit ?? PAGE)).map(([, item]) => item);
    const last = page.at(-1);
    return { Items: page, ...(last && from + page.length < all.length ? { LastEvaluatedKey: last } : {}) };
  };

  const write = ({ input }: BatchWriteItemCommand, handsBack: boolean) => {
    const [[name, requests] = ['', []]] = Object.entries(input.RequestItems ?? {});
    const done = handsBack ? requests.slice(0, 1) : requests;
    for (const { PutRequest } of done) {
      const item = PutRequest?.Item ?? {};
      itemsOf(name).set(keyOf(item), item);
      written.push(keyOf(item));
    }
    const left = requests.slice(done.length);
    return left.length > 0 ? { UnprocessedItems: { [name]: left } } : {};
  };

  const get = ({ input }: BatchGetItemCommand, handsBack: boolean) => {
    const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries(input.RequestItems ?? {});
    const asked = Keys ?? [];
    const done = handsBack ? asked.slice(0, 1) : asked;
    const found = done.map((key) => itemsOf(name).get(keyOf(key))).filter((item) => item !== undefined);
    const left = asked.slice(done.length);
    return {
      Responses: { [name]: found },
      ...(left.length > 0 ? { UnprocessedKeys: { [name]: { Keys: left } } } : {}),
    };
  };

  const answer = (command: object) => {
    const handsBack = behaviour.before?.(command.constructor.name) === 'hand-back';
    if (command instanceof ScanCommand) return scan(command);
    if (command instanceof BatchWriteItemCommand) return write(command, handsBack);
    if (command instanceof BatchGetItemCommand) return get(command, handsBack);
    if (command instanceof CreateTableCommand) return tables.set(command.input.TableName ?? '', new Map());
    if (command instanceof DescribeTableCommand) return { Table: { TableStatus: 'ACTIVE' } };
    if (command instanceof DeleteTableCommand)
      return itemsOf(command.input.TableName) && tables.delete(command.input.TableName ?? '');
    throw new Error(`not faked: ${command.constructor.name}`);
  };

  const db = { send: async (command: object) => answer(command) } as unknown as Table['db'];
  const table = (name: string, items: readonly RawItem[] = []): Table => {
    tables.set(name, new Map(items.map((item) => [keyOf(item), item])));
    return tableOf(db, name);
  };
  return { db, table, tables, written, itemsIn: (name: string) => [...itemsOf(name).values()] };
};

/** A small Records table: scores, a revision, a log with its ledger, an embargo, and a text that could break lines. */
export const someRecords = (entries = 3): RawItem[] => [
  ...Array.from({ length: 30 }, (_, i) => ({
    ...key('RELEASE#pci#VN63#main#2019', `SCORE#VN63-${i + 10}#00`),
    scores: { M: { total: { M: { score: { N: `${60 + i}.5` } } }, '10': { M: {} }, '9': { M: {} } } },
  })),
  {
    ...key('RELEASE#pci#VN63#main#2019', 'REV#000001'),
    body: { B: Buffer.from([0, 255, 10]) },
    reason: { S: 'a\u2028b\nc' },
  },
  ...Array.from({ length: entries }, (_, i) => [
    { ...key('LOG#pci#VN63#main', number(i + 1)), entry: { N: String(i + 1) } },
    { ...key('LEDGER', number(i + 1)), ledger: { N: String(i + 1) } },
  ]).flat(),
  { ...key('EMBARGOES', 'pci/VN63/main/2020'), state: { S: 'waiting' } },
];

const key = (pk: string, sk: string): RawItem => ({ pk: { S: pk }, sk: { S: sk } });
const number = (value: number): string => String(value).padStart(10, '0');
