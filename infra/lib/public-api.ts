import { EXPOSED_HEADERS, REQUEST_HEADERS } from '@chi-so/contract/headers';
import { FILE_THROTTLE, THROTTLE, WRITE_THROTTLE } from '@chi-so/contract/limits';
import { methodsOf, NO_ROUTE_SERVICE, ROUTES, type Service } from '@chi-so/contract/routes';
import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnRoute,
  type CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Alarms } from './alarms.ts';
import type { Tokens } from './identity-stack.ts';
import { OriginSecret } from './origin-secret.ts';
import type { ServiceFunction } from './service-function.ts';
import type { Stage } from './stage.ts';

type PublicApiProps = {
  stage: Stage;
  tokens: Tokens;
  alarms: Alarms;
  functions: Record<Service, ServiceFunction>;
};

/** The HTTP API: every route of the contract, open or behind a token with one of the route's scopes. */
export class PublicApi extends Construct {
  readonly endpoint: string;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { stage, tokens, alarms, functions }: PublicApiProps) {
    super(scope, id);
    const secret = new OriginSecret(this, 'OriginSecret', stage);
    for (const target of Object.values(functions)) target.addEnvironment('ORIGIN_SECRETS', secret.taken);
    // What people and programs of the stage are given by the pool; another client of it is refused like a stranger.
    const authorizer = new HttpJwtAuthorizer('Writers', tokens.issuer, { jwtAudience: [...tokens.audiences] });
    const api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.ANY],
        allowHeaders: [...REQUEST_HEADERS],
        exposeHeaders: [...EXPOSED_HEADERS],
        maxAge: Duration.hours(2),
      },
    });
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
    this.stageOf(api);
    acknowledge(
      this,
      'APIG4',
      'Reading what is published is open to all; the contract says which routes are, and a test holds it',
    );
    this.api = api;
    this.watch(alarms);
    this.endpoint = api.apiEndpoint;
    new CfnOutput(scope, 'ApiUrl', { value: api.apiEndpoint });
  }

  private watch(alarms: Alarms): void {
    const period = Duration.minutes(5);
    alarms.raise(this, 'ServerErrors', {
      metric: new MathExpression({
        // Of a handful of requests one is a large share.
        expression: 'IF(requests >= 20, 100 * errors / requests, 0)',
        usingMetrics: {
          errors: this.api.metricServerError({ period, statistic: Stats.SUM }),
          requests: this.api.metricCount({ period, statistic: Stats.SUM }),
        },
        label: 'Answers 5xx, percent',
        period,
      }),
      most: 1,
      periods: [2, 3],
      impact: {
        vi: 'Hơn một phần trăm yêu cầu bị lỗi: có người không xem được hoặc không gửi được số liệu.',
        en: 'More than one request in a hundred fails: some cannot read, or cannot send figures.',
      },
      runbook: 'the-api-answers-with-errors',
    });
    alarms.raise(this, 'Slow', {
      metric: this.api.metricLatency({ period, statistic: Stats.percentile(99) }),
      most: Duration.seconds(5).toMilliseconds(),
      periods: [3, 3],
      impact: {
        vi: 'Trang mở chậm: một phần trăm yêu cầu phải chờ hơn năm giây.',
        en: 'The page is slow: one request in a hundred takes more than five seconds.',
      },
      runbook: 'the-api-is-slow',
    });
  }

  private stageOf(api: HttpApi): void {
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: THROTTLE.requests_per_second, burstLimit: THROTTLE.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        // Neither addresses of people nor queries nor tokens.
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    const settings = stage.node.defaultChild as CfnStage;
    settings.routeSettings = Object.fromEntries(
      Object.entries(ROUTES).flatMap(([route, { service, scopes }]) => {
        if (scopes.length === 0 || route.startsWith('GET ')) return [];
        const { requests_per_second, burst } = READS_FILES.has(service) ? FILE_THROTTLE : WRITE_THROTTLE;
        return [[route, { ThrottlingRateLimit: requests_per_second, ThrottlingBurstLimit: burst }]];
      }),
    );
    // A setting for a route that is not there yet is refused.
    for (const route of this.node.findAll()) if (route instanceof CfnRoute) settings.addResourceDependency(route);
  }
}

/** Services whose writes are files of strangers. */
const READS_FILES: ReadonlySet<Service> = new Set<Service>(['ingestion', 'targets']);

const ACCESS_LOG = {
  request: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  function_milliseconds: '$context.integrationLatency',
  bytes: '$context.responseLength',
  error: '$context.error.message',
  refused: '$context.authorizer.error',
};
