import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { callsOf, standingOf } from './standing.ts';

it('comes as often in a month as its rate says, or once a day', () => {
  expect([callsOf('rate(1 minute)'), callsOf('rate(2 hours)')]).toEqual([43_800, 365]);
  expect(callsOf('cron(0 19 * * ? *)')).toBeCloseTo(30.4, 1);
  expect(() => callsOf('cron(0 19 ? * MON *)')).toThrow('How often');
});

it('is what the templates have of it', () => {
  const template = Template.fromJSON({
    Resources: {
      A: { Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [{}, {}] } },
      B: { Type: 'AWS::CloudWatch::Alarm' },
      C: { Type: 'AWS::CloudWatch::Alarm' },
      D: { Type: 'AWS::Scheduler::Schedule', Properties: { ScheduleExpression: 'rate(1 hour)' } },
    },
  });

  expect(standingOf([template], 3)).toEqual({
    paid: {
      ...{ waf_acl_month: 1, waf_rule_month: 2, secret_month: 0, key_month: 0, alarm_month: 2, dashboard_month: 0 },
      metric_month: 3,
    },
    scheduledCalls: 730,
  });
});
