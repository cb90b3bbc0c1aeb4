import { SCOPE_SERVER, UNIT_SET_SERVER } from '@chi-so/contract/groups';
import { SCOPES } from '@chi-so/contract/routes';
import { Duration } from 'aws-cdk-lib';
import { ClientAttributes, OAuthScope, ResourceServerScope, type UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage } from './stage.ts';

type AppClientsProps = { pool: UserPool; pageAddress: string; machineClients: Stage['machineClients'] };

/** No way to a token but those of OAuth: nobody sends a password to the pool by themselves. */
const OAUTH_ALONE = { authFlows: { userSrp: false }, preventUserExistenceErrors: true, enableTokenRevocation: true };

/** What may ask the pool for tokens: the page, for whoever signs in there, and the programs of the stage, for themselves. */
export class AppClients extends Construct {
  readonly page: string;
  readonly all: readonly string[];

  constructor(scope: Construct, id: string, { pool, pageAddress, machineClients }: AppClientsProps) {
    super(scope, id);
    const page = pool.addClient('Page', {
      ...OAUTH_ALONE,
      userPoolClientName: 'page',
      // What runs in a browser keeps no secret: a code is worth nothing without the verifier that asked for it (PKCE).
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${pageAddress}/sign-in`],
        logoutUrls: [`${pageAddress}/sign-in`],
      },
      // Whose releases are somebody's is for an administrator to say.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
      accessTokenValidity: Duration.hours(4),
      idTokenValidity: Duration.hours(4),
      // The page does not keep it.
      refreshTokenValidity: Duration.hours(4),
    });
    const scopes = this.server(pool, SCOPE_SERVER, SCOPES);
    const unitSets = this.server(pool, UNIT_SET_SERVER, [...new Set(machineClients.flatMap((one) => one.unit_sets))]);
    const machines = machineClients.map((one) =>
      pool.addClient(`Machine-${one.name}`, {
        ...OAUTH_ALONE,
        userPoolClientName: one.name,
        generateSecret: true,
        oAuth: {
          flows: { clientCredentials: true },
          scopes: [...one.scopes.map(scopes), ...one.unit_sets.map(unitSets)],
        },
        accessTokenValidity: Duration.hours(1),
      }),
    );
    this.page = page.userPoolClientId;
    this.all = [page, ...machines].map(({ userPoolClientId }) => userPoolClientId);
  }

  /** Names that the pool knows below an identifier, and gives them to clients by. */
  private server(pool: UserPool, identifier: string, names: readonly string[]): (name: string) => OAuthScope {
    const known = new Map(
      names.map((name) => [name, new ResourceServerScope({ scopeName: name, scopeDescription: name })]),
    );
    const server = pool.addResourceServer(identifier, {
      identifier,
      scopes: [...known.values()],
    });
    return (name) => OAuthScope.resourceServer(server, known.get(name) as ResourceServerScope);
  }
}
