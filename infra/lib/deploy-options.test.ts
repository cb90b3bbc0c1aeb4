import { describe, expect, it } from 'vitest';
import { cdkArguments, deployOptions } from './deploy-options.ts';
import { readStage } from './stage.ts';

const stage = readStage('production');
const told = (...args: string[]) => cdkArguments(deployOptions(args), stage, 'outputs.json').join(' ');

describe('npm run deploy', () => {
  it('deploys all stacks of a stage, and asks before permissions are widened unless told not to', () => {
    expect(told('--stage', 'production')).toBe(
      'deploy --all --require-approval broadening --outputs-file outputs.json --context stage=production',
    );
    expect(told('--stage', 'production', '--yes')).toContain('--require-approval never');
  });

  it('only synthesizes where it is to change nothing', () => {
    expect(told('--stage', 'production', '--dry-run')).toBe('synth --quiet --context stage=production');
  });

  it.each([[[]], [['--stgae', 'x']], [['production']]])('says how it is used for %j', (args) => {
    expect(() => deployOptions(args)).toThrow(/npm run deploy -- --stage NAME/);
  });
});
