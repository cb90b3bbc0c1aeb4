import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { PublicApi } from './public-api.ts';
import { RankingPipeline } from './ranking-pipeline.ts';
import { ReleaseWriters } from './release-writers.ts';
import { ScheduledExport } from './scheduled-export.ts';
import { ServiceFunction } from './service-function.ts';
import type { Stage } from './stage.ts';
import { TargetPlans } from './target-plans.ts';

/** Files of a package that are read as they are, copied to where the bundle lies. */
const besideBundle = (files: readonly string[], from: string): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (input, output) => files.map((file) => `cp "${input}/node_modules/${from}/${file}" "${output}"`),
});

/** Everything that can be made again from code. */
export class ServiceStack extends Stack {
  readonly apiEndpoint: string;

  constructor(scope: Construct, id: string, { stage, data, ...props }: StackProps & { stage: Stage; data: DataStack }) {
    super(scope, id, props);

    const query = new ServiceFunction(this, 'Query', { service: 'query' });
    query.useTable(data.records, 'RECORDS_TABLE', 'read');
    query.useTable(data.rankings, 'RANKINGS_TABLE', 'read');

    // Making workbooks takes what the lean query function has not: kept apart, nobody who reads waits for it.
    const exports = new ServiceFunction(this, 'Exports', {
      service: 'query',
      entry: 'exports-handler.ts',
      bundling: { commandHooks: besideBundle(['swagger-ui-bundle.js', 'swagger-ui.css'], 'swagger-ui-dist') },
    });
    exports.useTable(data.records, 'RECORDS_TABLE', 'read');
    exports.useTable(data.rankings, 'RANKINGS_TABLE', 'read');

    // Takes rankings apart, which few ask for: what it needs is no part of what everybody waits for.
    const analysis = new ServiceFunction(this, 'Analysis', { service: 'query', entry: 'analysis-handler.ts' });
    analysis.useTable(data.records, 'RECORDS_TABLE', 'read');
    analysis.useTable(data.rankings, 'RANKINGS_TABLE', 'read');

    const catalogue = new ServiceFunction(this, 'Catalogue', { service: 'catalogue' });
    catalogue.useTable(data.records, 'RECORDS_TABLE', 'get-query-put');

    const { ingestion, publication, sources } = new ReleaseWriters(this, 'ReleaseWriters', { stage, data });
    const { targets } = new TargetPlans(this, 'TargetPlans', data);
    new RankingPipeline(this, 'RankingPipeline', data);
    new ScheduledExport(this, 'ScheduledExport', data);
    const functions = { query, exports, analysis, catalogue, ingestion, publication, sources, targets };
    this.apiEndpoint = new PublicApi(this, 'PublicApi', { stage, functions }).endpoint;
  }
}
