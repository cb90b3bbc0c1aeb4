import { describe, expect, it } from 'vitest';
import { cdkArguments, deployOptions, pageAddressArguments } from './deploy-options.ts';
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

  it('tells the pool where the page is, once that is known, and not again', () => {
    const url = 'https://d111.cloudfront.net';
    const afterwards = (known?: string) =>
      pageAddressArguments(deployOptions(['--stage', 'production']), stage, {
        ...(known ? { 'ChiSo-production-Identity': { PageAddressKnown: known } } : {}),
        'ChiSo-production-Page': { PageUrl: url },
      });

    expect(afterwards('https://page.invalid')?.join(' ')).toBe(
      'deploy ChiSo-production-Identity --exclusively --require-approval broadening --context stage=production ' +
        `--parameters ChiSo-production-Identity:PageAddress=${url}`,
    );
    expect([afterwards(url), afterwards()]).toEqual([null, null]);
  });

  it.each([[[]], [['--stgae', 'x']], [['production']]])('says how it is used for %j', (args) => {
    expect(() => deployOptions(args)).toThrow(/npm run deploy -- --stage NAME/);
  });
});
