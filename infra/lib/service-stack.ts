import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { PublicApi } from './public-api.ts';
import { RankingPipeline } from './ranking-pipeline.ts';
import { ServiceFunction } from './service-function.ts';

/** Everything that can be made again from code. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { data, ...props }: StackProps & { data: DataStack }) {
    super(scope, id, props);

    const query = new ServiceFunction(this, 'Query', { service: 'query' });
    query.useTable(data.records, 'RECORDS_TABLE', 'read');
    query.useTable(data.rankings, 'RANKINGS_TABLE', 'read');

    const ingestion = new ServiceFunction(this, 'Ingestion', {
      service: 'ingestion',
      memorySize: 1024,
      // The unzipper is CommonJS and requires Node's own modules, which an ES module bundle cannot by itself.
      bundling: { banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    });
    ingestion.useTable(data.records, 'RECORDS_TABLE', 'read-write');
    ingestion.useBucket(data.releases, 'RELEASE_BUCKET', 'originals');

    const catalogue = new ServiceFunction(this, 'Catalogue', { service: 'catalogue' });
    catalogue.useTable(data.records, 'RECORDS_TABLE', 'get-query-put');

    new RankingPipeline(this, 'RankingPipeline', data);
    new PublicApi(this, 'PublicApi', { query, ingestion, catalogue });
  }
}
