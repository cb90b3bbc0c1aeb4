import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Row,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { type Alarms, ownMetric } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import type { ServiceFunction } from './service-function.ts';

type Watched = {
  alarms: Alarms;
  api: HttpApi;
  functions: readonly ServiceFunction[];
  lag: IMetric;
  data: DataStack;
};

/** One screen for whoever is on call, a row for each question: is it fresh, is it right, is it up, what does it cost. */
export const operatorsDashboard = (scope: Construct, { alarms, api, functions, lag, data }: Watched): Dashboard => {
  const nightly = { period: Duration.days(1), statistic: Stats.MAXIMUM };
  const daily = { period: Duration.days(1), statistic: Stats.SUM };
  const percentile = (p: number) => api.metricLatency({ statistic: Stats.percentile(p), label: `p${p}` });
  const sumOf = (name: string, label: string, period: Duration, metricOf: (one: ServiceFunction) => IMetric) => {
    const metrics = Object.fromEntries(functions.map((one, i) => [`${name}${i}`, metricOf(one)]));
    return new MathExpression({
      expression: `SUM([${Object.keys(metrics).join(', ')}])`,
      usingMetrics: metrics,
      label,
      period,
    });
  };
  const soon = { period: Duration.minutes(5), statistic: Stats.SUM };
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(7),
    widgets: [
      [
        new AlarmStatusWidget({
          title: 'Alarms: docs/runbook.md has a section for each',
          alarms: alarms.all,
          width: 24,
        }),
      ],
      question('Is it fresh?', [
        ['Rankings behind the stream, milliseconds', [lag]],
        ['From publication to ranking, milliseconds', [ownMetric('ranking', 'PublicationLag', { statistic: 'p99' })]],
        ['Releases overdue', [ownMetric('ranking', 'ReleasesOverdue', nightly)]],
      ]),
      question('Is it right?', [
        [
          'Verified at night',
          [ownMetric('ranking', 'RankingsDiffer', nightly), ownMetric('ranking', 'EntriesInQuarantine', nightly)],
        ],
        [
          'Found by gates, and refused',
          [
            ...(['FindingsError', 'FindingsWarning', 'FindingsInfo', 'WritesRefused'] as const).map((name) =>
              ownMetric('ingestion', name, daily),
            ),
          ],
        ],
        ['Coverage of what was ranked, percent', [ownMetric('ranking', 'Coverage', { statistic: Stats.MINIMUM })]],
      ]),
      question('Is it up?', [
        ['Answers, and 5xx among them', [api.metricCount({ statistic: Stats.SUM }), api.metricServerError()]],
        ['Latency, milliseconds', [percentile(50), percentile(99)]],
        [
          'Functions',
          [
            sumOf('errors', 'broke off', soon.period, (one) => one.metricErrors(soon)),
            sumOf('throttles', 'not let run', soon.period, (one) => one.metricThrottles(soon)),
          ],
        ],
      ]),
      question('What does it cost?', [
        ['Requests a day', [api.metricCount(daily)]],
        [
          'Milliseconds of functions a day',
          [sumOf('duration', 'all functions', daily.period, (one) => one.metricDuration(daily))],
        ],
        [
          'Units read and written a day',
          [data.records, data.rankings].flatMap((table) => [
            table.metricConsumedReadCapacityUnits(daily),
            table.metricConsumedWriteCapacityUnits(daily),
          ]),
        ],
      ]),
    ],
  });
};

const HEIGHT = 4;

const question = (asked: string, graphs: readonly (readonly [title: string, left: IMetric[]])[]): Row[] => [
  new Row(
    new TextWidget({ markdown: `## ${asked}`, width: 3, height: HEIGHT }),
    ...graphs.map(([title, left]) => new GraphWidget({ title, left, width: 7, height: HEIGHT })),
  ),
];
