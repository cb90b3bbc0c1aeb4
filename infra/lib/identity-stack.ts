import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import { UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AppClients } from './app-clients.ts';
import type { Stage } from './stage.ts';
import { Users } from './user-pool.ts';

/** Whose tokens the API takes, made for whom, and where people sign in for them; without `signIn` somewhere of their own. */
export type Tokens = {
  issuer: string;
  audiences: readonly string[];
  signIn?: { address: string; client: string };
  /** What makes them, where that is ours. */
  trigger?: IFunction;
};

/** A page that nobody can own, until it is known where the page is. */
const NO_PAGE = 'https://page.invalid';

/** Who may write: people and programs. Like data it cannot be made again, so that it outlives what serves. */
export class IdentityStack extends Stack {
  readonly tokens: Tokens;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { terminationProtection: true, ...props });
    // Of a stage without a domain it is known after the first deployment only, which then tells it.
    const pageAddress = new CfnParameter(this, 'PageAddress', {
      description: 'Where the page is: people who sign in are sent back there and nowhere else',
      default: stage.domain ? `https://${stage.domain.name}` : NO_PAGE,
    }).valueAsString;
    const { pool, trigger } = new Users(this, 'Users', stage);
    const domain = new UserPoolDomain(this, 'Domain', {
      userPool: pool,
      // One in a Region may have a name: the account's number makes it this one's.
      cognitoDomain: { domainPrefix: `chiso-${stage.name}-${this.account}` },
    });
    const clients = new AppClients(this, 'Clients', { pool, pageAddress, machineClients: stage.machineClients });
    this.tokens = {
      issuer: pool.userPoolProviderUrl,
      audiences: clients.all,
      signIn: { address: domain.baseUrl(), client: clients.page },
      trigger,
    };
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
    new CfnOutput(this, 'SignInAddress', { value: domain.baseUrl() });
    new CfnOutput(this, 'PageAddressKnown', { value: pageAddress });
  }
}
