import { App } from 'aws-cdk-lib';
import { DataStack } from '../lib/data-stack.ts';
import { PageStack } from '../lib/page-stack.ts';
import { ServiceStack } from '../lib/service-stack.ts';

const app = new App();
const data = new DataStack(app, 'ChiSoData');
const services = new ServiceStack(app, 'ChiSoServices', { data });
new PageStack(app, 'ChiSoPage', { apiEndpoint: services.apiEndpoint });
