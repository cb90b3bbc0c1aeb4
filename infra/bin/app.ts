import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { chiSo } from '../lib/chi-so.ts';
import { readStage } from '../lib/stage.ts';

const app = new App();
// A finding that nobody has explained stops the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks());
chiSo(app, readStage(String(app.node.tryGetContext('stage'))));
