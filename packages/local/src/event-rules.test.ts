import { describe, expect, it } from 'vitest';
import type { AsyncInvocations } from './async-invocations.ts';
import { deliver, readEventRules } from './event-rules.ts';
import type { JsonObject } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { objectCreatedEvent } from './object-created-event.ts';
import type { TemplateValues } from './template-values.ts';

const functionNamed = (name: string) =>
  name === 'arn:reader' ? ({ settings: { name: 'reader' } } as LocalFunction) : undefined;
const rulesOf = (properties: JsonObject) => {
  const resource = { stack: 'S', logicalId: 'Landing', type: 'AWS::Events::Rule', properties };
  return readEventRules(
    { resources: () => [resource] } as Pick<TemplateValues, 'resources'> as TemplateValues,
    functionNamed,
  );
};

const PATTERN = {
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: { bucket: { name: ['releases'] }, object: { key: [{ prefix: 'landing/' }] } },
};
const LANDING = { EventPattern: PATTERN, State: 'ENABLED', Targets: [{ Arn: 'arn:reader', Id: 'Target0' }] };

const sentFor = (bucket: string, key: string, properties: JsonObject = LANDING) => {
  const sent: string[] = [];
  const object = { bucket, key, size: 1, etag: 'e', reason: 'PutObject', sourceIp: '127.0.0.1' } as const;
  const invocations: Pick<AsyncInvocations, 'send'> = {
    send: (functionName, event) => {
      sent.push(`${functionName} ${JSON.parse(event).detail.object.key}`);
    },
  };
  deliver(rulesOf(properties), objectCreatedEvent(object, new Date()), invocations);
  return sent;
};

describe('a rule for objects that are created', () => {
  it('gives its targets the events of its bucket and prefix, and no others', () => {
    expect(sentFor('releases', 'landing/a.csv')).toEqual(['reader landing/a.csv']);
    expect(sentFor('releases', 'originals/landing/a.csv')).toEqual([]);
    expect(sentFor('failures', 'landing/a.csv')).toEqual([]);
  });

  it('that only counts what it matches, having no targets, gives it to nobody', () => {
    expect(sentFor('releases', 'landing/a.csv', { EventPattern: PATTERN, State: 'ENABLED' })).toEqual([]);
  });

  it('gives them nothing when it is switched off', () => {
    expect(sentFor('releases', 'landing/a.csv', { ...LANDING, State: 'DISABLED' })).toEqual([]);
  });

  it.each([
    ['waits for events that are never sent here', { EventPattern: { source: ['aws.ec2'] } }, /only events/],
    ['waits for any event of S3', { EventPattern: { source: ['aws.s3'] } }, /only events/],
    ['has a schedule', { ScheduleExpression: 'rate(1 day)' }, /does not emulate ScheduleExpression of Landing/],
    ['is on a bus of its own', { EventBusName: 'own' }, /EventBusName/],
    ['changes the event', { Targets: [{ Arn: 'arn:reader', Id: 'a', InputPath: '$.detail' }] }, /InputPath/],
    ['leads to something else', { Targets: [{ Arn: 'arn:aws:sqs:x', Id: 'a' }] }, /leads to no function/],
    [
      'has a pattern that is not emulated',
      { EventPattern: { ...PATTERN, detail: { object: { size: [{ numeric: ['>', 0] }] } } } },
      /not emulated/,
    ],
  ])('fails at the start when it %s', (_, change, message) => {
    expect(() => rulesOf({ ...LANDING, ...change })).toThrow(message);
  });
});
