import { EXPOSED_HEADERS, REQUEST_HEADERS } from '@chi-so/contract/headers';
import { THROTTLE } from '@chi-so/contract/limits';
import { methodsOf, NO_ROUTE_SERVICE, ROUTES, type Service } from '@chi-so/contract/routes';
import { CfnOutput, CfnParameter, Duration } from 'aws-cdk-lib';
import {
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** The HTTP API: every route of the contract, open or behind a token with one of the route's scopes. */
export class PublicApi extends Construct {
  readonly endpoint: string;

  constructor(scope: Construct, id: string, functions: Record<Service, ServiceFunction>) {
    super(scope, id);
    const issuer = new CfnParameter(scope, 'JwtIssuer', { description: 'Issuer of the tokens of those who write' });
    const audience = new CfnParameter(scope, 'JwtAudience', { description: 'Audience that those tokens are made for' });
    const authorizer = new HttpJwtAuthorizer('Writers', issuer.valueAsString, {
      jwtAudience: [audience.valueAsString],
    });
    const api = new HttpApi(this, 'Api', {
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.ANY],
        allowHeaders: [...REQUEST_HEADERS],
        exposeHeaders: [...EXPOSED_HEADERS],
        maxAge: Duration.hours(2),
      },
    });
    (api.defaultStage?.node.defaultChild as CfnStage).defaultRouteSettings = {
      throttlingRateLimit: THROTTLE.requests_per_second,
      throttlingBurstLimit: THROTTLE.burst,
    };
    const integrations = Object.fromEntries(
      Object.entries(functions).map(([service, target]) => [
        service,
        // One permission for each function: one for each of its routes would outgrow the 20 KB that its policy may have.
        new HttpLambdaIntegration(service.charAt(0).toUpperCase() + service.slice(1), target, {
          scopePermissionToRoute: false,
        }),
      ]),
    ) as Record<Service, HttpLambdaIntegration>;
    for (const [route, { service, scopes }] of Object.entries(ROUTES)) {
      const [, path = ''] = route.split(' ');
      api.addRoutes({
        path,
        methods: methodsOf(route).map((method) => HttpMethod[method as keyof typeof HttpMethod]),
        integration: integrations[service],
        ...(scopes.length > 0 ? { authorizer, authorizationScopes: [...scopes] } : {}),
      });
    }
    new HttpRoute(this, 'NoRoute', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrations[NO_ROUTE_SERVICE],
    });
    this.endpoint = api.apiEndpoint;
    new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint });
  }
}
