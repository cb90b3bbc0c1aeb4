import { type DeployedFile, fits } from './bucket-deployments.ts';
import { createEdgeFunction, type RewritePath } from './edge-function.ts';
import { asList, asObject, asString, type JsonObject } from './json.ts';
import { refuseOtherProperties } from './resource-types.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** What answers the paths of one cache behaviour: the HTTP API, or files of a bucket. */
export type Behaviour =
  | {
      readonly origin: 'api';
      readonly fits: (path: string) => boolean;
      /** What every answer has besides, by lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
      /** What every request is sent on with, by lower-case names. */
      readonly sent: Readonly<Record<string, string>>;
    }
  | {
      readonly origin: 'files';
      readonly fits: (path: string) => boolean;
      readonly files: ReadonlyMap<string, DeployedFile>;
      readonly rewrite: RewritePath;
      /** What every answer has besides, by lower-case names. */
      readonly headers: Readonly<Record<string, string>>;
    };

/** The origins that a distribution may have here. */
export interface Origins {
  /** The host of the HTTP API, with its port. */
  readonly apiHost: string;
  /** Addresses that a header may name, and what stands for them here. */
  readonly replaced: ReadonlyMap<string, string>;
  /** A bucket's files, by its regional domain name. */
  readonly filesOf: (domain: string) => ReadonlyMap<string, DeployedFile> | undefined;
}

/** Properties that are emulated, or change nothing where there is one reader, no TLS and no domain. */
const KNOWN = {
  distribution: [
    ...['Aliases', 'CacheBehaviors', 'Comment', 'DefaultCacheBehavior', 'Enabled', 'HttpVersion', 'IPV6Enabled'],
    // Neither logs nor rules for who is let in.
    ...['Logging', 'Origins', 'PriceClass', 'ViewerCertificate', 'WebACLId'],
  ],
  behaviour: [
    ...['AllowedMethods', 'CachePolicyId', 'Compress', 'FunctionAssociations', 'OriginRequestPolicyId', 'PathPattern'],
    ...['ResponseHeadersPolicyId', 'TargetOriginId', 'ViewerProtocolPolicy'],
  ],
  origin: [
    ...['ConnectionAttempts', 'ConnectionTimeout', 'CustomOriginConfig', 'DomainName', 'Id', 'OriginAccessControlId'],
    ...['OriginCustomHeaders', 'S3OriginConfig'],
  ],
};

/** Reads the distribution of an assembly as behaviours, the default one last; empty where there is none. */
export function readDistribution(values: TemplateValues, origins: Origins): Behaviour[] {
  const rewrites = new Map<string, RewritePath>();
  for (const resource of values.resources('AWS::CloudFront::Function')) {
    const { logicalId, properties } = resource;
    const code = asString(properties.FunctionCode, `${logicalId}: FunctionCode`);
    rewrites.set(logicalId, createEdgeFunction(logicalId, code));
    values.provide(resource, { ref: logicalId, attributes: { FunctionARN: logicalId } });
  }
  const headers = new Map<string, Headers>();
  for (const resource of values.resources('AWS::CloudFront::ResponseHeadersPolicy')) {
    headers.set(resource.logicalId, replacedIn(securityHeaders(resource), origins.replaced));
    values.provide(resource, { ref: resource.logicalId, attributes: { Id: resource.logicalId } });
  }
  const [distribution, another] = values.resources('AWS::CloudFront::Distribution');
  if (another !== undefined) throw new Error(`One distribution is emulated; ${another.logicalId} is a second one`);
  if (distribution === undefined) return [];
  values.provide(distribution, {
    ref: distribution.logicalId,
    attributes: { Id: distribution.logicalId, DomainName: origins.apiHost },
  });
  return behavioursOf(distribution, origins, rewrites, headers);
}

function behavioursOf(
  { logicalId, type, properties }: LocalResource,
  origins: Origins,
  rewrites: Rewrites,
  policies: ReadonlyMap<string, Headers>,
) {
  const config = asObject(properties.DistributionConfig, `${logicalId}: DistributionConfig`);
  refuseOtherProperties(logicalId, type, config, KNOWN.distribution);
  const known = new Map(
    asList(config.Origins, `${logicalId}: Origins`).map((one) => {
      const origin = asObject(one, `${logicalId}: origin`);
      refuseOtherProperties(logicalId, `origin of ${type}`, origin, KNOWN.origin);
      return [String(origin.Id), { domain: String(origin.DomainName), sent: customHeaders(logicalId, origin) }];
    }),
  );
  const ordered = [
    ...asList(config.CacheBehaviors, `${logicalId}: CacheBehaviors`),
    { ...asObject(config.DefaultCacheBehavior, `${logicalId}: DefaultCacheBehavior`), PathPattern: '*' },
  ];
  return ordered.map((one): Behaviour => {
    const behaviour = asObject(one, `${logicalId}: behaviour`);
    const where = `${logicalId}: behaviour of ${String(behaviour.PathPattern)}`;
    refuseOtherProperties(logicalId, `behaviour of ${type}`, behaviour, KNOWN.behaviour);
    const { domain = '', sent = {} } = known.get(String(behaviour.TargetOriginId)) ?? {};
    const isFitting = (path: string) => fits(String(behaviour.PathPattern), path);
    const policy = behaviour.ResponseHeadersPolicyId;
    const headers = policy === undefined ? {} : policies.get(String(policy));
    if (headers === undefined) throw new Error(`${where}: headers of ${String(policy)} are not emulated`);
    if (domain === origins.apiHost) {
      return { origin: 'api', fits: isFitting, headers, sent };
    }
    const files = origins.filesOf(domain);
    if (files === undefined)
      throw new Error(`${where} leads to ${domain}: neither the HTTP API nor a bucket with files`);
    return { origin: 'files', fits: isFitting, files, rewrite: rewriteOf(behaviour, where, rewrites), headers };
  });
}

const replacedIn = (headers: Headers, replaced: ReadonlyMap<string, string>): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      [...replaced].reduce((text, [address, here]) => text.replaceAll(address, here), value),
    ]),
  );

const customHeaders = (logicalId: string, { OriginCustomHeaders }: JsonObject): Headers =>
  Object.fromEntries(
    asList(OriginCustomHeaders, `${logicalId}: OriginCustomHeaders`).map((one) => {
      const { HeaderName, HeaderValue } = asObject(one, `${logicalId}: OriginCustomHeaders`);
      return [String(HeaderName).toLowerCase(), String(HeaderValue)];
    }),
  );

type Rewrites = ReadonlyMap<string, RewritePath>;
type Headers = Readonly<Record<string, string>>;

/** The headers of a policy; each of them replaces one of the origin, which sends none of them here. */
export function securityHeaders({ logicalId, type, properties }: LocalResource): Headers {
  const config = asObject(properties.ResponseHeadersPolicyConfig, `${logicalId}: ResponseHeadersPolicyConfig`);
  refuseOtherProperties(logicalId, type, config, ['Comment', 'Name', 'SecurityHeadersConfig']);
  const security = asObject(config.SecurityHeadersConfig, `${logicalId}: SecurityHeadersConfig`);
  refuseOtherProperties(logicalId, type, security, Object.keys(SECURITY));
  return Object.fromEntries(
    Object.entries(SECURITY).flatMap(([part, [name, field]]) => {
      if (security[part] === undefined) return [];
      const where = `${logicalId}: ${part}`;
      if (part === 'StrictTransportSecurity') {
        return [[name, `max-age=${String(asObject(security[part], where).AccessControlMaxAgeSec)}`]];
      }
      return [[name, field === null ? 'nosniff' : asString(asObject(security[part], where)[field], where)]];
    }),
  );
}

/** The parts of a policy that are known: the name of the header, and the field that has its value; null is the only one. */
const SECURITY: Readonly<Record<string, readonly [string, string | null]>> = {
  ContentSecurityPolicy: ['content-security-policy', 'ContentSecurityPolicy'],
  ContentTypeOptions: ['x-content-type-options', null],
  FrameOptions: ['x-frame-options', 'FrameOption'],
  ReferrerPolicy: ['referrer-policy', 'ReferrerPolicy'],
  StrictTransportSecurity: ['strict-transport-security', null],
};

function rewriteOf(behaviour: JsonObject, where: string, rewrites: Rewrites): RewritePath {
  const [first, ...others] = asList(behaviour.FunctionAssociations, where);
  if (first === undefined) return ({ uri }) => uri;
  const { EventType, FunctionARN } = asObject(first, where);
  const rewrite = rewrites.get(String(FunctionARN));
  if (rewrite === undefined || EventType !== 'viewer-request' || others.length > 0) {
    throw new Error(`${where}: only one function, of viewer requests, is emulated`);
  }
  return rewrite;
}
