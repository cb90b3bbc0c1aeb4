import type { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { PageStack } from './page-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { EDGE_REGION, type Stage } from './stage.ts';

/** The stacks of one stage: what holds data, what serves it, and what readers see. */
export const chiSo = (app: App, stage: Stage) => {
  const named = (part: string) => `ChiSo-${stage.name}-${part}`;
  const env = { account: stage.account, region: stage.region };
  const data = new DataStack(app, named('Data'), { env, stage });
  const services = new ServiceStack(app, named('Services'), { env, stage, data });
  // What protects CloudFront has to be in one Region; a stage without any is where its credentials are, whole.
  const edge = { ...env, region: stage.region && EDGE_REGION };
  const page = new PageStack(app, named('Page'), {
    env: edge,
    stage,
    apiEndpoint: services.apiEndpoint,
    uploads: data.releases.bucketRegionalDomainName,
  });
  return { data, services, page };
};
