import { App } from 'aws-cdk-lib';
import { DataStack } from '../lib/data-stack.ts';
import { PageStack } from '../lib/page-stack.ts';
import { ServiceStack } from '../lib/service-stack.ts';
import { readStage } from '../lib/stage.ts';

const app = new App();
const stage = readStage(String(app.node.tryGetContext('stage')));
const named = (part: string) => `ChiSo-${stage.name}-${part}`;
const env = { account: stage.account, region: stage.region };

const data = new DataStack(app, named('Data'), { env });
const services = new ServiceStack(app, named('Services'), { env, stage, data });
new PageStack(app, named('Page'), { env, apiEndpoint: services.apiEndpoint });
