import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type IPolicyValidationContext, type PolicyValidationPluginReport, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { chiSo } from './chi-so.ts';
import { readStage } from './stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'chi-so-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The findings of cdk-nag that nobody has explained, as it reports them at synthesis. */
const findingsOf = (name: string, change: (stacks: ReturnType<typeof chiSo>) => void = () => {}): string[] => {
  const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(folder, name));
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const found: string[] = [];
  class Noted extends AwsSolutionsChecks {
    override validate(given: IPolicyValidationContext): PolicyValidationPluginReport {
      for (const { ruleName, violatingResources } of super.validate(given).violations)
        found.push(...violatingResources.map((one) => `${ruleName} ${JSON.stringify(one)}`));
      return { success: true, violations: [] };
    }
  }
  Validations.of(app).addPlugins(new Noted());
  change(chiSo(app, readStage(name)));
  app.synth();
  return found;
};

describe('the security checks of AWS Solutions', () => {
  it.each(['local', 'production', 'test'])('find nothing in the stage %s that nobody has explained', (name) => {
    expect(findingsOf(name)).toEqual([]);
  });

  it('find what is added without an explanation', () => {
    const found = findingsOf('test', ({ services }) => new Bucket(services, 'Careless'));

    expect(found).toEqual([expect.stringContaining('S1'), expect.stringContaining('S10')]);
  });
});
