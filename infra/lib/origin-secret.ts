import { SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { EDGE_REGION, type Stage } from './stage.ts';

/**
 * What CloudFront sends along so that the API answers it, and nobody who goes past it. The API takes two: raising the
 * number in the stage makes a new one, which is taken before it is sent, and the old one still while CloudFront changes.
 */
export class OriginSecret extends Construct {
  /** What the API takes, divided by commas. */
  readonly taken: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const numbers = [stage.originSecret, stage.originSecret - 1].filter((number) => number > 0);
    this.taken = numbers
      .map((number) => {
        const secret = new Secret(this, `Secret${number}`, {
          secretName: nameOf(stage, number),
          description: 'Sent by CloudFront to the API',
          generateSecretString: { excludePunctuation: true, passwordLength: 48 },
          // The stack of the distribution can read a secret of its own Region only.
          ...(isElsewhere(stage) ? { replicaRegions: [{ region: EDGE_REGION }] } : {}),
        });
        acknowledge(secret, 'SMG4', 'Made anew by a number in the stage, in step with CloudFront; see docs/runbook.md');
        return secret.secretValue.unsafeUnwrap();
      })
      .join(',');
  }
}

/** What CloudFront sends: the newest, by its name, in whichever Region it is read. */
export const sentOriginSecret = (stage: Stage): string =>
  SecretValue.secretsManager(nameOf(stage, stage.originSecret)).unsafeUnwrap();

const nameOf = ({ name }: Stage, number: number): string => `ChiSo-${name}-OriginSecret-${number}`;

const isElsewhere = ({ region }: Stage): boolean => region !== undefined && region !== EDGE_REGION;
