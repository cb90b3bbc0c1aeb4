import { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { ServiceFunction } from './service-function.ts';

/** Plans of provinces: a function that reads rankings and writes plans, and can publish nothing. */
export class TargetPlans extends Construct {
  readonly targets: ServiceFunction;

  constructor(scope: Construct, id: string, { records, rankings }: DataStack) {
    super(scope, id);
    this.targets = new ServiceFunction(this, 'Targets', {
      service: 'ingestion',
      entry: 'targets-handler.ts',
      // It reads files of strangers too: a flood of them takes no places of anybody else.
      reservedConcurrentExecutions: 10,
    });
    this.targets.useTable(records, 'RECORDS_TABLE', 'get-query-put');
    this.targets.useTable(rankings, 'RANKINGS_TABLE', 'read');
  }
}
