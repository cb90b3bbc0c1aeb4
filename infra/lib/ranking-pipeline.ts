import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { FailureDestination } from './failure-destination.ts';
import { ServiceFunction } from './service-function.ts';

/** Records stream → ranking function → Rankings table. What fails for good ends whole in the failure bucket. */
export class RankingPipeline extends Construct {
  constructor(scope: Construct, id: string, { records, rankings, failures }: DataStack) {
    super(scope, id);
    const ranking = new ServiceFunction(this, 'Ranking', {
      service: 'ranking',
      memorySize: 1024,
      timeout: Duration.seconds(60),
    });
    ranking.useTable(records, 'RECORDS_TABLE', 'read');
    ranking.useTable(rankings, 'RANKINGS_TABLE', 'get-put');
    ranking.addEventSource(
      new DynamoEventSource(records, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('LOG#') } } } })],
        batchSize: 1000,
        // The shortest window: only log entries pass the filter, and while one batch is ranked the next one gathers.
        maxBatchingWindow: Duration.seconds(0),
        // What is tried in vain for so long is no passing fault; what cannot be read at all never gets here.
        retryAttempts: 10,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new FailureDestination(failures),
      }),
    );
  }
}
