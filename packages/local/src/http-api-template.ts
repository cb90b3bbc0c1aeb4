import { type Cors, createCors } from './http-cors.ts';
import { parseRouteKey, type RoutePattern } from './http-routes.ts';
import { createThrottle, type Throttle } from './http-throttle.ts';
import { asList, asNumber, asObject, asString } from './json.ts';
import { type Authorize, createJwtAuthorizer } from './jwt-authorizer.ts';
import type { LocalFunction } from './lambda-functions.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** A route with everything it leads to. */
export interface ApiRoute {
  readonly pattern: RoutePattern;
  readonly function: LocalFunction;
  readonly timeoutMs: number;
  /** Its own, or the one that it shares with all that have none. */
  readonly throttle: Throttle;
  readonly authorize: Authorize | undefined;
  readonly scopes: readonly string[];
}

/** An HTTP API as its template describes it. */
export interface ApiDefinition {
  readonly apiId: string;
  readonly cors: Cors;
  readonly routes: readonly ApiRoute[];
}

/** The longest that an HTTP API waits for an integration. */
const INTEGRATION_LIMIT_MS = 30_000;

/** The id of the one HTTP API. */
const API_ID = 'local';

/** Says where the HTTP API is, before anything that refers to it (a function's environment, for one) is resolved. */
export function provideHttpApi(values: TemplateValues, baseUrl: string): void {
  const [api, another] = values.declared('AWS::ApiGatewayV2::Api');
  if (another !== undefined) throw new Error(`One HTTP API is emulated; ${another.logicalId} is a second one`);
  if (api !== undefined) values.provide(api, { ref: API_ID, attributes: { ApiId: API_ID, ApiEndpoint: baseUrl } });
}

/** Reads the HTTP API of an assembly, or gives undefined where there is none; `functionByArn` says what runs. */
export function readHttpApi(
  values: TemplateValues,
  functionByArn: (arn: string) => LocalFunction | undefined,
): ApiDefinition | undefined {
  const [api] = values.resources('AWS::ApiGatewayV2::Api');
  if (api === undefined) return undefined;
  refuse(api, 'Body', 'BodyS3Location', 'Target', 'RouteKey');
  if (api.properties.ProtocolType !== 'HTTP') throw new Error(`${api.logicalId} is not an HTTP API`);

  let throttle = createThrottle(undefined);
  const throttles = new Map<string, Throttle>();
  for (const stage of values.resources('AWS::ApiGatewayV2::Stage')) {
    refuse(stage, 'StageVariables', 'ClientCertificateId');
    throttle = createThrottle(stage.properties.DefaultRouteSettings);
    const ofRoutes = asObject(stage.properties.RouteSettings ?? {}, `${stage.logicalId}: RouteSettings`);
    for (const [key, settings] of Object.entries(ofRoutes)) throttles.set(key, createThrottle(settings));
    if (stage.properties.StageName !== '$default') throw new Error(`${stage.logicalId}: only $default is emulated`);
    values.provide(stage, { ref: '$default', attributes: {} });
  }

  const authorizers = new Map<string, Authorize>();
  for (const authorizer of values.resources('AWS::ApiGatewayV2::Authorizer')) {
    const id = `${authorizer.stack}.${authorizer.logicalId}`;
    authorizers.set(id, readAuthorizer(authorizer));
    values.provide(authorizer, { ref: id, attributes: { AuthorizerId: id } });
  }

  const integrations = new Map<string, Pick<ApiRoute, 'function' | 'timeoutMs'>>();
  for (const integration of values.resources('AWS::ApiGatewayV2::Integration')) {
    const id = `${integration.stack}.${integration.logicalId}`;
    integrations.set(id, readIntegration(integration, functionByArn));
    values.provide(integration, { ref: id, attributes: { IntegrationId: id } });
  }

  const routes = values.resources('AWS::ApiGatewayV2::Route').map((route): ApiRoute => {
    const { RouteKey, Target, AuthorizationType = 'NONE', AuthorizerId, AuthorizationScopes } = route.properties;
    refuse(route, 'RequestParameters', 'ModelSelectionExpression');
    const where = `${route.logicalId} (${String(RouteKey)})`;
    const integration = integrations.get(asString(Target, `${where}: Target`).replace(/^integrations\//, ''));
    if (integration === undefined) throw new Error(`${where} leads to no integration`);
    const authorize = authorizers.get(String(AuthorizerId));
    if (AuthorizationType !== 'NONE' && (AuthorizationType !== 'JWT' || authorize === undefined)) {
      throw new Error(`${where}: the authorization type ${String(AuthorizationType)} is not emulated`);
    }
    values.provide(route, { ref: where, attributes: { RouteId: where } });
    return {
      ...integration,
      throttle: throttles.get(String(RouteKey)) ?? throttle,
      pattern: parseRouteKey(asString(RouteKey, where)),
      authorize: AuthorizationType === 'JWT' ? authorize : undefined,
      scopes: asList(AuthorizationScopes, `${where}: AuthorizationScopes`).map(String),
    };
  });
  return { apiId: API_ID, cors: createCors(api.properties.CorsConfiguration), routes };
}

function readAuthorizer(authorizer: LocalResource): Authorize {
  const { AuthorizerType, JwtConfiguration, IdentitySource } = authorizer.properties;
  const where = authorizer.logicalId;
  if (AuthorizerType !== 'JWT') throw new Error(`${where}: ${String(AuthorizerType)} authorizers are not emulated`);
  const { Issuer, Audience } = asObject(JwtConfiguration, `${where}: JwtConfiguration`);
  return createJwtAuthorizer({
    issuer: asString(Issuer, `${where}: Issuer`),
    audience: asList(Audience, `${where}: Audience`).map(String),
    identitySources: asList(IdentitySource, `${where}: IdentitySource`).map(String),
  });
}

function readIntegration(integration: LocalResource, functionByArn: (arn: string) => LocalFunction | undefined) {
  const { IntegrationType, IntegrationUri, PayloadFormatVersion, TimeoutInMillis } = integration.properties;
  const where = integration.logicalId;
  refuse(
    integration,
    'ConnectionId',
    'CredentialsArn',
    'IntegrationSubtype',
    'RequestParameters',
    'ResponseParameters',
  );
  if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0') {
    throw new Error(`${where}: only Lambda integrations with payload format 2.0 are emulated`);
  }
  const uri = asString(IntegrationUri, `${where}: IntegrationUri`);
  const arn = /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;
  const target = functionByArn(arn);
  if (target === undefined) throw new Error(`${where} leads to ${arn}, which is no function of this assembly`);
  const timeoutMs = Math.min(INTEGRATION_LIMIT_MS, asNumber(TimeoutInMillis, INTEGRATION_LIMIT_MS, where));
  return { function: target, timeoutMs };
}

function refuse({ logicalId, type, properties }: LocalResource, ...names: string[]): void {
  const present = names.filter((name) => name in properties);
  if (present.length > 0) throw new Error(`${logicalId} (${type}): ${present.join(', ')} is not emulated`);
}
