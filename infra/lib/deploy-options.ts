import { parseArgs } from 'node:util';
import type { Stage } from './stage.ts';

export type DeployOptions = { stage: string; isDryRun: boolean; isApproved: boolean };

export const DEPLOY_USAGE = `npm run deploy -- --stage NAME [--dry-run] [--yes]

  --stage    the name of a file in infra/stages
  --dry-run  synthesizes, checks and says what would be done; changes nothing and needs no account
  --yes      does not ask before permissions are widened

With CHISO_TOKEN in the environment (all scopes, unit_sets *; docs/deploy.md says how to come by one) the built-in catalogue and releases are loaded, too; done again,
that changes nothing.`;

/** @throws where an option is missing or not known; the message says how it is used. */
export const deployOptions = (args: readonly string[]): DeployOptions => {
  const { values } = parsed(args);
  if (values.stage === undefined) throw new Error(`Which stage?\n\n${DEPLOY_USAGE}`);
  return { stage: values.stage, isDryRun: values['dry-run'], isApproved: values.yes };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        stage: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${DEPLOY_USAGE}`);
  }
};

/** What the CDK is told: to synthesize alone, or to deploy all stacks in the order of their needs. */
export const cdkArguments = ({ isDryRun, isApproved }: DeployOptions, { name }: Stage, outputs: string): string[] => {
  const context = ['--context', `stage=${name}`];
  if (isDryRun) return ['synth', '--quiet', ...context];
  const approval = isApproved ? 'never' : 'broadening';
  return ['deploy', '--all', '--require-approval', approval, '--outputs-file', outputs, ...context];
};

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Where the pool sends people back to is known when the page has an address, which is after the pool is there: what tells
 * it then. Null where it knows already, or the stage has no pool. Later deployments keep what was told.
 */
export const pageAddressArguments = (
  { isApproved }: DeployOptions,
  { name }: Stage,
  outputs: Outputs,
): string[] | null => {
  const stack = `ChiSo-${name}-Identity`;
  const known = outputs[stack]?.PageAddressKnown;
  const url = outputs[`ChiSo-${name}-Page`]?.PageUrl;
  if (known === undefined || url === undefined || known === url) return null;
  const approval = isApproved ? 'never' : 'broadening';
  const told = ['--parameters', `${stack}:PageAddress=${url}`];
  return ['deploy', stack, '--exclusively', '--require-approval', approval, '--context', `stage=${name}`, ...told];
};
