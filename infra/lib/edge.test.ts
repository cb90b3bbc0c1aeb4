import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { FILE_THROTTLE, WRITE_THROTTLE } from '@chi-so/contract/limits';
import { ROUTES } from '@chi-so/contract/routes';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

/** What stands between the world and the functions. */

const { services, page, stacks } = templatesOf();
const away = templatesOf({ name: 'away', region: 'ap-southeast-1' });

const distributionOf = (template: typeof page) => {
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
  return distribution?.Properties.DistributionConfig;
};
const apiOrigin = (template: typeof page) =>
  distributionOf(template).Origins.find(
    ({ CustomOriginConfig }: { CustomOriginConfig?: object }) => CustomOriginConfig,
  );

describe('the API behind CloudFront', () => {
  it('is sent a secret by CloudFront, and every function that answers HTTP takes it', () => {
    const [[id, secret] = []] = Object.entries(services.findResources('AWS::SecretsManager::Secret'));
    const { Name, GenerateSecretString } = secret?.Properties ?? {};
    expect(GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 48 });
    expect(apiOrigin(page).OriginCustomHeaders).toEqual([
      { HeaderName: ORIGIN_SECRET_HEADER, HeaderValue: `{{resolve:secretsmanager:${Name}:SecretString:::}}` },
    ]);

    const answering = new Set(
      Object.values(services.findResources('AWS::ApiGatewayV2::Integration')).map(
        ({ Properties }) => Properties.IntegrationUri['Fn::GetAtt'][0] as string,
      ),
    );
    expect(answering.size).toBe(new Set(Object.values(ROUTES).map(({ service }) => service)).size);
    const functions = services.findResources('AWS::Lambda::Function');
    for (const name of answering) {
      const taken = functions[name]?.Properties.Environment.Variables.ORIGIN_SECRETS;
      expect([name, JSON.stringify(taken)]).toEqual([name, expect.stringContaining(id ?? '?')]);
    }
  });

  it('takes the secret before as well while a new one comes in, and is sent the new one', () => {
    const raised = templatesOf({ originSecret: 3 });
    const names = Object.values(raised.services.findResources('AWS::SecretsManager::Secret')).map(
      ({ Properties }) => Properties.Name,
    );

    expect(names).toEqual(['ChiSo-test-OriginSecret-3', 'ChiSo-test-OriginSecret-2']);
    expect(apiOrigin(raised.page).OriginCustomHeaders[0].HeaderValue).toContain('OriginSecret-3');
  });

  it('has its secret where CloudFront’s stack can read it', () => {
    const replicasOf = (template: typeof page) =>
      Object.values(template.findResources('AWS::SecretsManager::Secret')).map(
        ({ Properties }) => Properties.ReplicaRegions,
      );

    expect(replicasOf(away.services)).toEqual([[{ Region: 'us-east-1' }]]);
    expect(replicasOf(services)).toEqual([undefined]);
  });

  it('is reached by TLS 1.2 only, and given up on before a reader does', () => {
    expect(apiOrigin(page)).toMatchObject({
      ConnectionAttempts: 2,
      ConnectionTimeout: 3,
      CustomOriginConfig: {
        OriginProtocolPolicy: 'https-only',
        OriginReadTimeout: 30,
        OriginSSLProtocols: ['TLSv1.2'],
      },
    });
  });

  it('lets fewer writes through than reads, and fewer files of strangers than other writes', () => {
    const [stage] = Object.values(services.findResources('AWS::ApiGatewayV2::Stage'));
    const settings = stage?.Properties.RouteSettings as Record<string, object>;
    const writes = Object.entries(ROUTES).filter(([route, { scopes }]) => scopes.length > 0 && !/^GET /.test(route));

    expect(Object.keys(settings).sort()).toEqual(writes.map(([route]) => route).sort());
    const limited = ({ requests_per_second, burst }: { requests_per_second: number; burst: number }) => ({
      ThrottlingRateLimit: requests_per_second,
      ThrottlingBurstLimit: burst,
    });
    expect(settings['POST /v1/uploads']).toEqual(limited(FILE_THROTTLE));
    expect(settings['PUT /v1/targets/{unit}/{period}']).toEqual(limited(FILE_THROTTLE));
    expect(settings['PATCH /v1/releases/{index}/{period}/scores']).toEqual(limited(WRITE_THROTTLE));
    // It refuses settings of routes that it has not got yet.
    const routes = Object.keys(services.findResources('AWS::ApiGatewayV2::Route'));
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes));
  });

  it('logs who was answered what, without addresses, queries or tokens', () => {
    const [stage] = Object.values(services.findResources('AWS::ApiGatewayV2::Stage'));
    const { Format, DestinationArn } = stage?.Properties.AccessLogSettings ?? {};

    expect(DestinationArn).toBeDefined();
    expect(Format).toContain('$context.routeKey');
    expect(Format).toContain('$context.status');
    expect(Format).not.toMatch(/identity|path|query|header|claims/i);
    for (const { Properties } of Object.values(services.findResources('AWS::Logs::LogGroup'))) {
      expect(Properties.RetentionInDays).toBe(90);
    }
  });
});

describe('CloudFront', () => {
  it('lets in no known attacks, and no more of one address than its stage says', () => {
    const strict = templatesOf({ requestsPerAddress: 500 }).page;
    strict.hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      Rules: Match.arrayWith([
        Match.objectLike({
          Action: { Block: {} },
          Statement: { RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } },
        }),
      ]),
    });
    const [[id, acl] = []] = Object.entries(page.findResources('AWS::WAFv2::WebACL'));
    const managed = acl?.Properties.Rules.flatMap(
      ({
        Statement,
        OverrideAction,
      }: {
        Statement: { ManagedRuleGroupStatement?: { Name: string } };
        OverrideAction: object;
      }) => (Statement.ManagedRuleGroupStatement ? [[Statement.ManagedRuleGroupStatement.Name, OverrideAction]] : []),
    );
    expect(managed).toEqual([
      ['AWSManagedRulesAmazonIpReputationList', { None: {} }],
      ['AWSManagedRulesKnownBadInputsRuleSet', { None: {} }],
      ['AWSManagedRulesCommonRuleSet', { None: {} }],
    ]);
    expect(distributionOf(page).WebACLId).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
  });

  it('is in the one Region where it can be protected, wherever the rest is', () => {
    expect([away.stacks.services.region, away.stacks.page.region]).toEqual(['ap-southeast-1', 'us-east-1']);
    expect(stacks.page.region).toBe(stacks.services.region);
  });

  it('says to browsers, of the page and of answers, to come by TLS only', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distributionOf(page);
    for (const { ResponseHeadersPolicyId, ViewerProtocolPolicy } of [DefaultCacheBehavior, ...CacheBehaviors]) {
      const policy = page.findResources('AWS::CloudFront::ResponseHeadersPolicy')[ResponseHeadersPolicyId.Ref];
      expect(policy?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig).toMatchObject({
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
        ContentTypeOptions: { Override: true },
      });
      expect(ViewerProtocolPolicy).toBe('redirect-to-https');
    }
  });

  it('has the name and the certificate of its stage, with TLS 1.2 or newer', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    const named = distributionOf(templatesOf({ domain: { name: 'chiso.example.vn', certificateArn } }).page);

    expect(named.Aliases).toEqual(['chiso.example.vn']);
    expect(named.ViewerCertificate).toMatchObject({
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
  });

  it('keeps a log of who asked for what for ninety days', () => {
    expect(distributionOf(page).Logging.Prefix).toBe('distribution/');
    page.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90, Status: 'Enabled' }] },
    });
  });
});
