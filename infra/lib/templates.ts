import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { chiSo } from './chi-so.ts';
import { readStage, type Stage } from './stage.ts';

/** The templates of a stage as `cdk synth` makes them, for tests; without bundles, which no assertion here is about. */
export const templatesOf = (changes: Partial<Stage> = {}) => {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'));
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const { data, identity, services, page } = chiSo(app, { ...readStage('test'), ...changes });
  return {
    stacks: { data, identity, services, page },
    data: Template.fromStack(data),
    // A stage that takes the tokens of another provider has none.
    identity: identity instanceof Stack ? Template.fromStack(identity) : Template.fromJSON({}),
    services: Template.fromStack(services),
    page: Template.fromStack(page),
  };
};
