import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '@chi-so/contract/metric-names';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

const { services, data } = templatesOf({ alarmEmail: 'truc@so.example' });

type AlarmProperties = {
  AlarmDescription: string;
  Threshold: number;
  EvaluationPeriods: number;
  DatapointsToAlarm: number;
  Period?: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  MetricName?: string;
  Namespace?: string;
  Dimensions?: { Name: string; Value: unknown }[];
  AlarmActions: unknown[];
  OKActions: unknown[];
};

const alarms: [id: string, AlarmProperties][] = Object.entries(services.findResources('AWS::CloudWatch::Alarm')).map(
  ([id, { Properties }]) => [id.replace(/[0-9A-F]{8}$/, ''), Properties as AlarmProperties],
);

/** Each section of the runbook by its anchor, as GitHub makes it. */
const sections = new Map(
  readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'runbook.md'), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section): [anchor: string, text: string] => {
      const [heading = ''] = section.split('\n');
      const anchor = heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
      return [anchor, section];
    }),
);
const anchorOf = ({ AlarmDescription }: AlarmProperties) => AlarmDescription.split('runbook.md#')[1] ?? '';
const anchors = new Set(alarms.map(([, alarm]) => anchorOf(alarm)));

describe('every alarm', () => {
  it('says to a planner what it means, in Vietnamese and in English, and where the runbook goes on', () => {
    for (const [id, { AlarmDescription }] of alarms) {
      const [vi = '', en = '', runbook, ...more] = AlarmDescription.split('\n');
      expect([id, vi]).toEqual([id, expect.stringMatching(/^\p{Lu}.*[àáảãạăâđêôơưếốớứ].*\.$/u)]);
      expect([id, en]).toEqual([id, expect.stringMatching(/^[A-Z][ -~]+\.$/)]);
      expect([id, runbook, more]).toEqual([id, expect.stringMatching(/^→ docs\/runbook\.md#[a-z-]+$/), []]);
      // CloudWatch takes no more.
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
    }
  });

  it('has a section in the runbook, and every section that begins like one of an alarm has an alarm', () => {
    const ofAlarms = [...sections].filter(([, text]) => text.includes('**Meaning.**')).map(([anchor]) => anchor);

    expect(ofAlarms.sort()).toEqual([...anchors].sort());
    for (const anchor of anchors) {
      for (const part of ['**Meaning.**', '**Look here.**', '**Do this.**']) {
        expect([anchor, part, sections.get(anchor)?.includes(part)]).toEqual([anchor, part, true]);
      }
    }
  });

  it('has a section that names only parts which are there', () => {
    const text = [...sections.values()].join('');
    const parts = (asked: RegExp) => new Set([...text.matchAll(asked)].map(([, part = '']) => part));
    const idsOf = (type: string) => [services, data].flatMap((template) => Object.keys(template.findResources(type)));
    const types: [string, RegExp][] = [
      ['AWS::Logs::LogGroup', /^ {4}log (\w+)/gm],
      ['AWS::Lambda::Function', /AWS::Lambda::Function (\w+)/g],
      ['AWS::DynamoDB::GlobalTable', /AWS::DynamoDB::GlobalTable (\w+)/g],
      ['AWS::S3::Bucket', /AWS::S3::Bucket (\w+)/g],
    ];
    for (const [type, asked] of types) {
      expect([type, parts(asked).size > 0]).toEqual([type, true]);
      for (const part of parts(asked)) {
        expect([part, idsOf(type).filter((id) => id.startsWith(part)).length]).toEqual([part, 1]);
      }
    }
  });

  it('tells when it begins and when it is over, by the one topic', () => {
    const topics = new Set(
      alarms.flatMap(([, alarm]) => [alarm.AlarmActions, alarm.OKActions].map((a) => JSON.stringify(a))),
    );

    expect(topics.size).toBe(1);
  });

  it('of our own counts looks at a metric that the functions write', () => {
    const names = alarms.flatMap(([, { Namespace, MetricName }]) => (Namespace === 'ChiSo' ? [MetricName] : []));

    expect(names.filter((name) => !Object.hasOwn(METRICS, name ?? ''))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['CoverageShrank', 'ReleasesOverdue', 'RankingsDiffer', 'RankingsDegraded']),
    );
  });

  it('looks no further back than CloudWatch does: a day, or a week by periods of an hour', () => {
    for (const [id, { Period = 300, EvaluationPeriods }] of alarms) {
      expect([id, Period * EvaluationPeriods <= (Period >= 3600 ? 7 : 1) * 86_400]).toEqual([id, true]);
    }
  });
});

/** The alarms whose id has this in it. */
const named = (part: string) => alarms.filter(([id]) => id.includes(part)).map(([, alarm]) => alarm);

describe('what goes unsaid', () => {
  it.each([
    ['EmbargoesNotChecked', 15 * 60],
    ['SourcesNotChecked', 3 * 3600],
    ['NotVerified', 26 * 3600],
    ['ExportTooOld', 26 * 3600],
  ])('%s rings where nothing was heard for so many seconds: %i', (id, seconds) => {
    const [alarm] = named(id);

    expect(alarm).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Statistic: 'SampleCount',
      TreatMissingData: 'breaching',
      EvaluationPeriods: seconds / (alarm?.Period ?? 0),
      DatapointsToAlarm: seconds / (alarm?.Period ?? 0),
    });
  });

  it('is nothing wrong anywhere else, and what is found at night stands until it is looked at again', () => {
    const silent = alarms.filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching').map(([id]) => id);
    expect(silent).toHaveLength(4);
    for (const id of ['RankingsDiffer', 'EntriesInQuarantine', 'ReleasesOverdue', 'ExportFailed']) {
      expect(named(id)).toMatchObject([{ TreatMissingData: 'ignore', Threshold: 0, Statistic: 'Maximum' }]);
    }
  });
});

describe('what rings', () => {
  it('is every function that breaks off or is not let run', () => {
    const functions = Object.keys(services.findResources('AWS::Lambda::Function'));
    const watched = (MetricName: string) =>
      alarms.flatMap(([, alarm]) =>
        alarm.Namespace === 'AWS/Lambda' && alarm.MetricName === MetricName
          ? (alarm.Dimensions ?? []).map(({ Value }) => (Value as { Ref?: string }).Ref ?? 'of another stack')
          : [],
      );

    // One more, without which nobody gets a token.
    expect(alarms.find(([id]) => id === 'SignInFails')?.[1]).toMatchObject({ Namespace: 'AWS/Lambda' });
    expect(watched('Errors').sort()).toEqual([...functions, 'of another stack'].sort());
    expect(watched('Throttles').sort()).toEqual(functions.sort());
  });

  it('is what is put into the failure bucket, by a rule that counts it', () => {
    const [[rule, { Properties }] = ['', {}]] = Object.entries(services.findResources('AWS::Events::Rule')).filter(
      ([id]) => id.includes('GivenUp'),
    );

    expect(Properties).toMatchObject({
      State: 'ENABLED',
      EventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'] },
    });
    // The whole bucket, and no other.
    expect(Properties.EventPattern.detail).toEqual({ bucket: { name: [expect.anything()] } });
    expect(JSON.stringify(Properties.EventPattern.detail)).toContain('Failures');
    expect(named('RecordsGivenUp')).toMatchObject([
      { MetricName: 'TriggeredRules', Dimensions: [{ Name: 'RuleName', Value: { Ref: rule } }], Threshold: 0 },
    ]);
    data.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { LogFilePrefix: 'failures/' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('is a ranking that lags by more than five minutes', () => {
    expect(named('RankingPipelineLag')).toMatchObject([
      { MetricName: 'IteratorAge', Statistic: 'Maximum', Threshold: 300_000, EvaluationPeriods: 3 },
    ]);
  });
});

describe('who is told', () => {
  it('is the address of the stage, and nobody where it has none', () => {
    services.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'truc@so.example' });
    templatesOf().services.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('is told by a topic that is encrypted by a key which alarms may use, and that takes nothing in the clear', () => {
    const [topic] = Object.values(services.findResources('AWS::SNS::Topic'));
    const [key] = Object.values(services.findResources('AWS::KMS::Key'));
    const [policy] = Object.values(services.findResources('AWS::SNS::TopicPolicy'));
    const alarmsOfThisAccount = {
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    };

    expect(topic?.Properties.KmsMasterKeyId).toBeDefined();
    expect(key?.Properties).toMatchObject({
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: expect.arrayContaining([
          expect.objectContaining({ ...alarmsOfThisAccount, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
        ]),
      },
    });
    expect(policy?.Properties.PolicyDocument.Statement).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...alarmsOfThisAccount, Action: 'sns:Publish' }),
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    );
  });
});

describe('the dashboard', () => {
  it('asks four questions on one screen, below all alarms', () => {
    const [{ Properties } = { Properties: {} }] = Object.values(services.findResources('AWS::CloudWatch::Dashboard'));
    const body: string = JSON.stringify(Properties.DashboardBody);

    expect(body.match(/## [^"\\]+/g)).toEqual([
      '## Is it fresh?',
      '## Is it right?',
      '## Is it up?',
      '## What does it cost?',
    ]);
    const rows = [...body.matchAll(/\\"y\\":(\d+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...rows)).toBeLessThanOrEqual(20);
  });
});
