import { type DeployedFile, fits } from './bucket-deployments.ts';
import { createEdgeFunction, type RewritePath } from './edge-function.ts';
import { asList, asObject, asString, type JsonObject } from './json.ts';
import { refuseOtherProperties } from './resource-types.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** What answers the paths of one cache behaviour: the HTTP API, or files of a bucket. */
export type Behaviour =
  | { readonly origin: 'api'; readonly fits: (path: string) => boolean }
  | {
      readonly origin: 'files';
      readonly fits: (path: string) => boolean;
      readonly files: ReadonlyMap<string, DeployedFile>;
      readonly rewrite: RewritePath;
    };

/** The origins that a distribution may have here. */
export interface Origins {
  /** The host of the HTTP API, with its port. */
  readonly apiHost: string;
  /** A bucket's files, by its regional domain name. */
  readonly filesOf: (domain: string) => ReadonlyMap<string, DeployedFile> | undefined;
}

/** Properties that are emulated, or change nothing where there is one reader, no TLS and no domain. */
const KNOWN = {
  distribution: [
    ...['Aliases', 'CacheBehaviors', 'Comment', 'DefaultCacheBehavior', 'Enabled', 'HttpVersion', 'IPV6Enabled'],
    ...['Origins', 'PriceClass', 'ViewerCertificate'],
  ],
  behaviour: [
    ...['AllowedMethods', 'CachePolicyId', 'Compress', 'FunctionAssociations', 'OriginRequestPolicyId', 'PathPattern'],
    ...['TargetOriginId', 'ViewerProtocolPolicy'],
  ],
  origin: ['CustomOriginConfig', 'DomainName', 'Id', 'OriginAccessControlId', 'S3OriginConfig'],
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
  const [distribution, another] = values.resources('AWS::CloudFront::Distribution');
  if (another !== undefined) throw new Error(`One distribution is emulated; ${another.logicalId} is a second one`);
  if (distribution === undefined) return [];
  values.provide(distribution, {
    ref: distribution.logicalId,
    attributes: { Id: distribution.logicalId, DomainName: origins.apiHost },
  });
  return behavioursOf(distribution, origins, rewrites);
}

function behavioursOf({ logicalId, type, properties }: LocalResource, origins: Origins, rewrites: Rewrites) {
  const config = asObject(properties.DistributionConfig, `${logicalId}: DistributionConfig`);
  refuseOtherProperties(logicalId, type, config, KNOWN.distribution);
  const domains = new Map(
    asList(config.Origins, `${logicalId}: Origins`).map((one) => {
      const origin = asObject(one, `${logicalId}: origin`);
      refuseOtherProperties(logicalId, `origin of ${type}`, origin, KNOWN.origin);
      return [String(origin.Id), String(origin.DomainName)];
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
    const domain = domains.get(String(behaviour.TargetOriginId)) ?? '';
    const isFitting = (path: string) => fits(String(behaviour.PathPattern), path);
    if (domain === origins.apiHost) return { origin: 'api', fits: isFitting };
    const files = origins.filesOf(domain);
    if (files === undefined)
      throw new Error(`${where} leads to ${domain}: neither the HTTP API nor a bucket with files`);
    return { origin: 'files', fits: isFitting, files, rewrite: rewriteOf(behaviour, where, rewrites) };
  });
}

type Rewrites = ReadonlyMap<string, RewritePath>;

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
