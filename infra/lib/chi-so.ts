import type { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { IdentityStack, type Tokens } from './identity-stack.ts';
import { PageStack } from './page-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { EDGE_REGION, type Stage } from './stage.ts';

/** The stacks of one stage: what holds data, who may write it, what serves it, and what readers see. */
export const chiSo = (app: App, stage: Stage) => {
  const named = (part: string) => `ChiSo-${stage.name}-${part}`;
  const env = { account: stage.account, region: stage.region };
  const data = new DataStack(app, named('Data'), { env, stage });
  const identity = stage.tokens
    ? { tokens: { issuer: stage.tokens.issuer, audiences: [stage.tokens.audience] } satisfies Tokens }
    : new IdentityStack(app, named('Identity'), { env, stage });
  const tokens: Tokens = identity.tokens;
  const services = new ServiceStack(app, named('Services'), { env, stage, data, tokens });
  // What protects CloudFront has to be in one Region; a stage without any is where its credentials are, whole.
  const edge = { ...env, region: stage.region && EDGE_REGION };
  const page = new PageStack(app, named('Page'), {
    env: edge,
    stage,
    apiEndpoint: services.apiEndpoint,
    asked: [`https://${data.releases.bucketRegionalDomainName}`, ...(tokens.signIn ? [tokens.signIn.address] : [])],
  });
  return { data, identity, services, page };
};
