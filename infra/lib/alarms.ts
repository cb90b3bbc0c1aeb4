import { NAMESPACE, type Metric as OwnMetric } from '@chi-so/contract/metric-names';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from './stage.ts';

/** What an alarm says to whoever gets it: what it means to a planner, and the section of docs/runbook.md that goes on from there. */
type Meaning = { impact: { vi: string; en: string }; runbook: string };

type Raised = Meaning & {
  metric: IMetric;
  /** The metric is fine up to this, inclusive. */
  most: number;
  /** How many of how many periods must be worse; default: the last one. */
  periods?: readonly [worse: number, of: number];
  /** Of what is measured once in a while: stands until the next measurement. Default: nothing measured is nothing wrong. */
  untilMeasured?: boolean;
};

/** What must be heard of at least once in so long. */
type Silent = Meaning & { metric: IMetric; within: Duration };

/** Everything that rings: one topic, to which the stage's address listens. Capabilities raise their own alarms by it. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, { alarmEmail }: Pick<Stage, 'alarmEmail'>) {
    super(scope, id);
    const { account } = Stack.of(this);
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    });
    // SNS's own key lets no alarm through, and nobody can change its policy.
    const key = new Key(this, 'Key', { enableKeyRotation: true, removalPolicy: RemovalPolicy.DESTROY });
    const topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    // On the key too.
    topic.grantPublish(cloudWatch);
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    this.action = new SnsAction(topic);
  }

  raise(scope: Construct, id: string, { metric, most, periods: [worse, of] = [1, 1], ...raised }: Raised): void {
    this.add(scope, id, raised, {
      metric,
      threshold: most,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      datapointsToAlarm: worse,
      evaluationPeriods: of,
      treatMissingData: raised.untilMeasured ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING,
    });
  }

  raiseSilence(scope: Construct, id: string, { metric, within, ...meaning }: Silent): void {
    // Short periods and all of them: one long one would begin anew with each, wherever the schedule is in it.
    const of = within.toSeconds() / (metric as Metric).period.toSeconds();
    this.add(scope, id, meaning, {
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      datapointsToAlarm: of,
      evaluationPeriods: of,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private add(
    scope: Construct,
    id: string,
    { impact: { vi, en }, runbook }: Meaning,
    props: Omit<ConstructorParameters<typeof Alarm>[2], 'alarmDescription'>,
  ): void {
    const alarm = new Alarm(scope, id, {
      ...props,
      alarmDescription: `${vi}\n${en}\n→ docs/runbook.md#${runbook}`,
    });
    alarm.addAlarmAction(this.action);
    alarm.addOkAction(this.action);
    this.all.push(alarm);
  }
}

/** A metric of our own, as the functions of a service write it. */
export const ownMetric = (
  service: string,
  metricName: OwnMetric,
  { statistic = Stats.SUM, period = Duration.minutes(5) }: { statistic?: string; period?: Duration } = {},
): Metric => new Metric({ namespace: NAMESPACE, metricName, dimensionsMap: { service }, statistic, period });
