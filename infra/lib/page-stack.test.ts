import { runInNewContext } from 'node:vm';
import { ROUTES } from '@chi-so/contract/routes';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './templates.ts';

const { page } = templatesOf();
const [distribution] = Object.values(page.findResources('AWS::CloudFront::Distribution'));
const { DistributionConfig: config } = distribution?.Properties ?? {};

describe('the page stack', () => {
  it('lets every route of the contract through to the API, and nothing else', () => {
    const patterns = config.CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
    const fits = (path: string) =>
      patterns.some((pattern: string) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
      );

    const paths = Object.keys(ROUTES).map((route) => route.split(' ')[1] ?? '');
    expect(paths.filter((path) => !fits(path))).toEqual([]);
    expect(['/', '/rankings/pci/2019', '/units/VN63-46', '/v1', '/healthz/x'].filter(fits)).toEqual([]);
  });

  it('keeps answers apart by whatever the API negotiates, and never one reader’s for another', () => {
    page.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        DefaultTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: {
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          HeadersConfig: { Headers: Match.arrayWith(['Accept', 'Accept-Language', 'Authorization']) },
          EnableAcceptEncodingGzip: true,
        },
      },
    });
  });

  it('lets the page run, show and ask for its own only, and lies in nobody’s frame', () => {
    const id = config.DefaultCacheBehavior.ResponseHeadersPolicyId.Ref;
    const policy = page.findResources('AWS::CloudFront::ResponseHeadersPolicy')[id];
    const headers = policy?.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig;

    const parts: (string | object)[] = headers.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];
    // Hosts besides its own are known when the bucket is, and where people sign in.
    const named = (part: object) => ['Releases', 'Domain', 'Region'].find((one) => JSON.stringify(part).includes(one));
    const allowed = parts
      .map((part) => (typeof part === 'string' ? part : named(part)))
      .join('')
      .split('; ');
    expect(allowed).toContain("connect-src 'self' https://Releases https://Domain.auth.Region.amazoncognito.com");
    expect(allowed).toEqual(
      expect.arrayContaining(["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]),
    );
    expect(allowed.join().replace(/https:\/\/(Releases|Domain[.\w]+)/g, '')).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.ContentTypeOptions).toEqual({ Override: true });
  });

  it('keeps the bucket to the distribution', () => {
    page.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
    page.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  it('deploys files that never change before the document that names them, which is asked for each time', () => {
    const deployments = Object.entries(page.findResources('Custom::CDKBucketDeployment'));
    const of = (part: string) => deployments.find(([id]) => id.startsWith(part));
    const [assets, documents] = [of('Assets'), of('Documents')];

    expect(assets?.[1].Properties).toMatchObject({ Prune: false, Include: ['assets/*'] });
    expect(assets?.[1].Properties.SystemMetadata['cache-control']).toContain('immutable');
    expect(documents?.[1].Properties.SystemMetadata['cache-control']).toBe('no-cache');
    expect(JSON.stringify(documents?.[1].DependsOn)).toContain(assets?.[0]);
  });

  it('answers every address by one document, and files by themselves', () => {
    const [edge] = Object.values(page.findResources('AWS::CloudFront::Function'));
    const handler = runInNewContext(`${edge?.Properties.FunctionCode}\nhandler`);
    const uriOf = (uri: string) => handler({ request: { uri } }).uri;

    expect(['/', '/units/VN63-46.so-noi-vu', '/rankings/pci/2019'].map(uriOf)).toEqual(Array(3).fill('/index.html'));
    expect(['/assets/a-1.js', '/favicon.svg'].map(uriOf)).toEqual(['/assets/a-1.js', '/favicon.svg']);
  });
});
