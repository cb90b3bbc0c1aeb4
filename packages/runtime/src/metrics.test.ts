import { METRICS, NAMESPACE } from '@chi-so/contract/metric-names';
import { expect, it } from 'vitest';
import { countingRefusals, record, recorded } from './metrics.ts';
import { linesOf } from './written-lines.ts';

it('metrics keep their names and units: alarms and dashboards of others know them by these', () => {
  expect([NAMESPACE, METRICS]).toMatchInlineSnapshot(`
    [
      "ChiSo",
      {
        "Coverage": "Percent",
        "CoverageShrank": "Count",
        "EmbargoesFailed": "Count",
        "EntriesInQuarantine": "Count",
        "ExportFailed": "Count",
        "FindingsError": "Count",
        "FindingsInfo": "Count",
        "FindingsWarning": "Count",
        "PublicationLag": "Milliseconds",
        "RankingsDegraded": "Count",
        "RankingsDiffer": "Count",
        "RankingsRecomputed": "Count",
        "RecordsExported": "Count",
        "ReleasesOverdue": "Count",
        "ScoresWritten": "Count",
        "SourcesFailed": "Count",
        "WritesRefused": "Count",
      },
    ]
  `);
});

it('what was recorded leaves one line in the embedded format, with one dimension, also where the work fails', async () => {
  const lines = await linesOf(
    recorded(async () => {
      record('RankingsRecomputed', 3);
      record('RankingsRecomputed', 4);
      throw new Error('cut off');
    }),
  );

  expect(lines).toHaveLength(1);
  const { _aws, ...values } = JSON.parse(lines[0] ?? '');
  expect(values).toEqual({ service: 'chi-so', RankingsRecomputed: [3, 4] });
  expect(_aws.CloudWatchMetrics).toEqual([
    {
      Namespace: 'ChiSo',
      Dimensions: [['service']],
      Metrics: [{ Name: 'RankingsRecomputed', Unit: 'Count' }],
    },
  ]);
});

it('nothing that was recorded is nothing that is written', async () => {
  expect(await linesOf(recorded(async () => {}))).toEqual([]);
});

it.each([
  ['PUT /v1/releases/{index}/{period}', 422, 1],
  ['PUT /v1/releases/{index}/{period}', 202, 0],
  ['PUT /v1/releases/{index}/{period}', 500, 0],
  ['GET /v1/drafts/{index}/{period}', 404, 0],
])('%s that is answered with %i counts %i refused writes', async (routeKey, statusCode, refused) => {
  const http = recorded(countingRefusals(async () => ({ statusCode })));
  const lines = await linesOf(() => http({ routeKey }, {}));

  expect(lines.map((line) => JSON.parse(line).WritesRefused)).toEqual(refused === 1 ? [1] : []);
});
