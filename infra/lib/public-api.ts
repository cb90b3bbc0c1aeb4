import { ROUTES, type Service } from '@chi-so/contract/routes';
import { CfnOutput, CfnParameter } from 'aws-cdk-lib';
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** The HTTP API: every route of the contract, open or behind a token with one of the route's scopes. */
export class PublicApi extends Construct {
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
        allowHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key'],
        exposeHeaders: ['etag', 'location'],
      },
    });
    const integrations = Object.fromEntries(
      Object.entries(functions).map(([service, target]) => [
        service,
        new HttpLambdaIntegration(service.charAt(0).toUpperCase() + service.slice(1), target),
      ]),
    ) as Record<Service, HttpLambdaIntegration>;
    for (const [route, { service, scopes }] of Object.entries(ROUTES)) {
      const [method, path] = route.split(' ') as [keyof typeof HttpMethod, string];
      api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrations[service],
        ...(scopes.length > 0 ? { authorizer, authorizationScopes: [...scopes] } : {}),
      });
    }
    new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint });
  }
}
