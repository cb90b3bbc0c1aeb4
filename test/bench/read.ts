import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Bench, Cell, Figures } from './figures.ts';
import { inTurn } from './in-turn.ts';
import {
  MADE_63,
  MADE_3400,
  type madeItem,
  type RankingsEngine,
  readerEnvironment,
  withRankings,
} from './ranked-table.ts';
import { spentOn } from './spent.ts';
import { median, ratiosOf, type Spread, spreadOf } from './statistics.ts';

/** Requests that the rendered answer does not serve. */
const OTHERS: Record<string, string>[] = [
  { lang: 'en' },
  { group: 'all' },
  { format: 'csv' },
  { format: 'csv', profile: 'excel-vi' },
];

const target = (units: string) => `rendered answer, ${units} units: handler / GetItem`;

export const read: Bench = {
  name: 'read',
  compares:
    'A request of the query function’s handler, beside a bare GetItem of the same item by the SDK, in turn in one process (medians of each round).',
  targets: { [target('63')]: { most: 1.1 }, [target('3,400')]: { most: 1.1 } },
  minutes: 2,
  run: ({ quick }) => withRankings((engine) => measured(engine, quick ? 4 : 8, quick ? 10 : 50)),
};

type Handler = (event: object, context: object) => Promise<{ statusCode: number }>;

const measured = async (engine: RankingsEngine, rounds: number, pairs: number): Promise<Figures> => {
  Object.assign(process.env, readerEnvironment(engine));
  const { handler } = (await import('@chi-so/query/handler')) as unknown as { handler: Handler };
  const client = new DynamoDBClient({});

  const compared = async (Key: ReturnType<typeof madeItem>['key'], event: object, many: number) => {
    const raw = () => client.send(new GetItemCommand({ TableName: engine.table, Key }));
    const ours = async () => {
      const { statusCode } = await handler(event, {});
      if (statusCode !== 200) throw new Error(`${JSON.stringify(event)}: ${statusCode}`);
    };
    const pair = async () => [(await spentOn(raw)).wall, (await spentOn(ours)).wall] as const;
    const found = await inTurn({ rounds, warmUp: 2 }, { pairs: () => mediansOf(pair, many) });
    const of = (which: 0 | 1) => found.pairs.map((both) => both[which]);
    return { raw: spreadOf(of(0)), ours: spreadOf(of(1)), ratio: ratiosOf(of(1), of(0)) };
  };

  const held: Record<string, Spread> = {};
  const rows: Cell[][] = [];
  for (const [units, made, many] of [
    ['63', MADE_63, pairs],
    ['3,400', MADE_3400, Math.ceil(pairs / 4)],
  ] as const) {
    const rendered = await compared(made.key, made.event, many);
    held[target(units)] = rendered.ratio;
    rows.push([units, 'rendered', rendered.raw, rendered.ours, rendered.ratio]);
    for (const query of OTHERS) {
      const { raw, ours, ratio } = await compared(made.rankingKey, made.eventOf(query), many);
      rows.push([units, new URLSearchParams(query).toString(), raw, ours, ratio]);
    }
  }
  client.destroy();
  return {
    tables: [
      {
        title: `${rounds} rounds of ${pairs} pairs, ms`,
        columns: ['units', 'asked for', 'GetItem', 'handler', 'ratio'],
        rows,
      },
    ],
    measured: held,
    versions: {},
    notes: [
      'Both wait for DynamoDB Local, which takes most of the time. The handler signs its requests by itself, so it can be the faster one.',
      'What is not rendered ahead is made of the ranking item: the GetItem beside it reads that one.',
    ],
  };
};

const mediansOf = async (pair: () => Promise<readonly [number, number]>, many: number): Promise<[number, number]> => {
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < many; i++) times.push(await pair());
  return [median(times.map(([raw]) => raw)), median(times.map(([, ours]) => ours))];
};
