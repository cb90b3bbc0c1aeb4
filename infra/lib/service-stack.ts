import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import type { Tokens } from './identity-stack.ts';
import { NightlyVerify } from './nightly-verify.ts';
import { operatorsDashboard } from './operators-dashboard.ts';
import { PublicApi } from './public-api.ts';
import { RankingPipeline } from './ranking-pipeline.ts';
import { ReleaseWriters } from './release-writers.ts';
import { ScheduledExport } from './scheduled-export.ts';
import { ServiceFunction } from './service-function.ts';
import type { Stage } from './stage.ts';
import { TargetPlans } from './target-plans.ts';
import { functionsOf, watchFunctions, watchSignIn } from './watch-functions.ts';

/** Files of a package that are read as they are, copied to where the bundle lies. */
const besideBundle = (files: readonly string[], from: string): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (input, output) => files.map((file) => `cp "${input}/node_modules/${from}/${file}" "${output}"`),
});

type ServiceStackProps = StackProps & { stage: Stage; data: DataStack; tokens: Tokens };

/** Everything that can be made again from code. */
export class ServiceStack extends Stack {
  readonly apiEndpoint: string;

  constructor(scope: Construct, id: string, { stage, data, tokens, ...props }: ServiceStackProps) {
    super(scope, id, props);

    const alarms = new Alarms(this, 'Alarms', stage);
    const query = new ServiceFunction(this, 'Query', {
      service: 'query',
      // Told to pages by `/v1/config`: the page is the same file in every stage.
      ...(tokens.signIn
        ? { environment: { SIGN_IN_ADDRESS: tokens.signIn.address, SIGN_IN_CLIENT: tokens.signIn.client } }
        : {}),
    });
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

    const { ingestion, publication, sources } = new ReleaseWriters(this, 'ReleaseWriters', { stage, alarms, data });
    const { targets } = new TargetPlans(this, 'TargetPlans', data);
    const { lag } = new RankingPipeline(this, 'RankingPipeline', { alarms, data });
    new NightlyVerify(this, 'NightlyVerify', { alarms, data });
    new ScheduledExport(this, 'ScheduledExport', { alarms, data });
    const functions = { query, exports, analysis, catalogue, ingestion, publication, sources, targets };
    const { api, endpoint } = new PublicApi(this, 'PublicApi', { stage, tokens, alarms, functions });
    this.apiEndpoint = endpoint;
    watchFunctions(functionsOf(this), alarms);
    if (tokens.trigger) watchSignIn(this, tokens.trigger, alarms);
    operatorsDashboard(this, { alarms, api, functions: functionsOf(this), lag, data });
  }
}
