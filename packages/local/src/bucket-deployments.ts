import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asString } from './json.ts';
import { refuseOtherProperties } from './resource-types.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** A file that a deployment puts into a bucket. */
export interface DeployedFile {
  readonly path: string;
  readonly cacheControl: string | undefined;
}

/** What the deployments of all templates do. */
export interface BucketDeployments {
  /** ARNs of the functions that would copy the files on AWS; here they are not run. */
  readonly deployers: ReadonlySet<string>;
  /** Bucket name → key → file. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, DeployedFile>>;
}

/** The type of what CDK's `BucketDeployment` writes. */
const DEPLOYMENT = 'Custom::CDKBucketDeployment';

/** Properties that change nothing here: each start reads the asset anew, and `Prune` concerns what an earlier one left. */
const KNOWN = [
  ...['ServiceToken', 'SourceBucketNames', 'SourceObjectKeys', 'DestinationBucketName'],
  ...['Include', 'Exclude', 'SystemMetadata', 'Prune', 'OutputObjectKeys', 'WaitForDistributionInvalidation'],
];

/** Reads the bucket deployments of an assembly: which files of which asset end where, and with which headers. */
export function readBucketDeployments(values: TemplateValues, assets: ReadonlyMap<string, string>): BucketDeployments {
  const deployers = new Set<string>();
  const files = new Map<string, Map<string, DeployedFile>>();
  for (const resource of values.resources(DEPLOYMENT)) {
    const { logicalId, type, properties } = resource;
    refuseOtherProperties(logicalId, type, properties, KNOWN);
    deployers.add(asString(properties.ServiceToken, `${logicalId}: ServiceToken`));
    values.provide(resource, { ref: logicalId, attributes: {} });
    const bucket = asString(properties.DestinationBucketName, `${logicalId}: DestinationBucketName`);
    const into = files.get(bucket) ?? new Map<string, DeployedFile>();
    files.set(bucket, into);
    for (const [key, file] of filesOf(resource, assets)) into.set(key, file);
  }
  return { deployers, files };
}

function filesOf({ logicalId, properties }: LocalResource, assets: ReadonlyMap<string, string>) {
  const patterns = (name: 'Include' | 'Exclude') => asList(properties[name], `${logicalId}: ${name}`).map(String);
  const [include, exclude] = [patterns('Include'), patterns('Exclude')];
  const metadata = asObject(properties.SystemMetadata ?? {}, `${logicalId}: SystemMetadata`);
  refuseOtherProperties(logicalId, 'SystemMetadata', metadata, ['cache-control']);
  const cacheControl = metadata['cache-control'] === undefined ? undefined : String(metadata['cache-control']);
  // As `aws s3 sync` reads them: what is excluded may be included again.
  const isMeant = (key: string) =>
    !exclude.some((pattern) => fits(pattern, key)) || include.some((pattern) => fits(pattern, key));
  return asList(properties.SourceObjectKeys, `${logicalId}: SourceObjectKeys`).flatMap((name) => {
    const folder = assets.get(String(name).replace(/\.zip$/, ''));
    if (folder === undefined) throw new Error(`${logicalId}: the assembly has no asset ${String(name)}`);
    if (!statSync(folder).isDirectory()) throw new Error(`${logicalId}: an archive (${folder}) is not emulated`);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, DeployedFile] => [path.slice(folder.length + 1), { path, cacheControl }])
      .filter(([key]) => isMeant(key));
  });
}

/** Whether a key fits a pattern of `aws s3 sync` or a path one of CloudFront: `*` is any text, `?` any character. */
export function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}
