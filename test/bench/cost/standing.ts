import type { Template } from 'aws-cdk-lib/assertions';
import type { Standing } from './cost-model.ts';

/** What a deployment has that is paid for by the month, counted in its own templates. */

const MINUTES = 730 * 60;
const UNIT_MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 24 * 60 };

/** How often `rate(5 minutes)` or a daily `cron(…)` comes in a month. */
export const callsOf = (expression: string): number => {
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return MINUTES / (24 * 60);
  const [, value, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = Number(value) * (UNIT_MINUTES[unit] ?? Number.NaN);
  if (!(minutes > 0)) throw new Error(`How often is ${expression}?`);
  return MINUTES / minutes;
};

/** @param metrics How many metrics of our own there are: they are in no template. */
export const standingOf = (templates: readonly Template[], metrics: number): Standing => {
  const all = (type: string) => templates.flatMap((template) => Object.values(template.findResources(type)));
  const lists = all('AWS::WAFv2::WebACL');
  return {
    paid: {
      waf_acl_month: lists.length,
      waf_rule_month: lists.reduce((sum, { Properties }) => sum + Properties.Rules.length, 0),
      secret_month: all('AWS::SecretsManager::Secret').length,
      key_month: all('AWS::KMS::Key').length,
      alarm_month: all('AWS::CloudWatch::Alarm').length,
      dashboard_month: all('AWS::CloudWatch::Dashboard').length,
      metric_month: metrics,
    },
    scheduledCalls: all('AWS::Scheduler::Schedule').reduce(
      (sum, { Properties }) => sum + callsOf(Properties.ScheduleExpression),
      0,
    ),
  };
};
