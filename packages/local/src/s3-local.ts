import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asBoolean, asList, asObject, asString } from './json.ts';
import type { CreatedObject } from './object-created-event.ts';
import { reachable } from './ports.ts';
import { refuseOtherProperties, refuseProperties } from './resource-types.ts';
import { refusalOf, type SignedRequest } from './s3-signature.ts';
import type { TemplateValues } from './template-values.ts';

/** A running S3. */
export interface S3Local {
  readonly endpoint: string;
  /** Calls the listener for every object that is written, before its writer is answered. */
  readonly onObjectCreated: (listener: (object: CreatedObject) => void) => void;
  readonly stop: () => Promise<void>;
}

/** The part of s3rver (which has no types) that is used here. */
interface S3rver {
  readonly run: () => Promise<{ readonly port: number }>;
  readonly close: () => Promise<void>;
  readonly httpServer: { closeAllConnections: () => void };
  readonly store: S3rverStore;
  readonly middleware: ((context: S3rverContext, next: () => Promise<void>) => unknown)[];
  readonly on: (name: 'event', listener: (event: { readonly Records: readonly S3rverRecord[] }) => void) => void;
}
interface S3rverContext extends SignedRequest {
  status: number;
  type: string;
  body: string;
}
interface S3rverRecord {
  readonly eventName: string;
  readonly requestParameters: { readonly sourceIPAddress: string };
  readonly s3: {
    readonly bucket: { readonly name: string };
    readonly object: { readonly key: string; readonly size: number; readonly eTag?: string };
  };
}
interface S3rverObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: Buffer | Readable;
  readonly metadata: Readonly<Record<string, string>>;
}
interface S3rverStore {
  putObject: (object: S3rverObject) => Promise<{ readonly size: number; readonly md5: string }>;
  readonly getResourcePath: (bucket: string, key: string, resource: string) => string;
  readonly putMetadata: (bucket: string, key: string, metadata: object, md5: string) => Promise<void>;
}

const S3rver: new (options: object) => S3rver = createRequire(import.meta.url)('s3rver');

/**
 * Serves buckets from `<dataDir>/s3`. Not emulated: versioning (the last object wins), bucket policies, encryption,
 * conditional writes, checksums in trailers (functions are told to send them only where S3 requires them).
 */
export async function startS3Local(
  dataDir: string,
  host: string,
  buckets: readonly string[],
  cors: ReadonlyMap<string, string> = new Map(),
): Promise<S3Local> {
  const root = join(dataDir, 's3');
  const unfinished = join(dataDir, 's3-unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await mkdir(unfinished, { recursive: true });
  const server = new S3rver({
    address: host,
    port: 0,
    directory: root,
    silent: true,
    allowMismatchedSignatures: true,
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name, configs: cors.has(name) ? [cors.get(name)] : [] })),
  });
  writeWhole(server.store, unfinished);
  server.middleware.unshift(refuseStrangers);
  const { port } = await server.run();
  return {
    endpoint: `http://${reachable(host)}:${port}`,
    onObjectCreated: (listener) =>
      server.on('event', ({ Records }) => {
        for (const object of Records.flatMap(createdObject)) listener(object);
      }),
    stop: () => {
      server.httpServer.closeAllConnections();
      return server.close();
    },
  };
}

async function refuseStrangers(context: S3rverContext, next: () => Promise<void>): Promise<void> {
  const refusal = refusalOf(context);
  if (refusal === undefined) return next();
  context.status = 403;
  context.type = 'application/xml';
  context.body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${refusal.code}</Code><Message>${refusal.message}</Message></Error>`;
}

/** What s3rver's own event says of an object that was written; nothing of one that was deleted. */
function createdObject({ eventName, requestParameters, s3 }: S3rverRecord): CreatedObject[] {
  const reason = REASONS[eventName];
  if (reason === undefined) return [];
  const { key, size, eTag } = s3.object;
  return [{ bucket: s3.bucket.name, key, size, etag: eTag, reason, sourceIp: requestParameters.sourceIPAddress }];
}

/** s3rver calls the end of a multipart upload a POST too. */
const REASONS: Readonly<Record<string, CreatedObject['reason']>> = {
  'ObjectCreated:Put': 'PutObject',
  'ObjectCreated:Post': 'CompleteMultipartUpload',
  'ObjectCreated:Copy': 'CopyObject',
};

/**
 * s3rver writes an object in place and answers before its last bytes are on disk, so a kill leaves half an object
 * under its name. S3 never does: write it elsewhere, then rename it.
 */
function writeWhole(store: S3rverStore, unfinished: string): void {
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const path = store.getResourcePath(bucket, key, 'object');
    const draft = join(unfinished, randomUUID());
    const hash = createHash('md5');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      if (Buffer.isBuffer(content)) {
        hash.update(content);
        size = content.length;
        await writeFile(draft, content);
      } else {
        await pipeline(content, measure, createWriteStream(draft));
      }
      const md5 = hash.digest('hex');
      await mkdir(dirname(path), { recursive: true });
      await store.putMetadata(bucket, key, metadata, md5);
      await rename(draft, path);
      return { size, md5 };
    } finally {
      await rm(draft, { force: true });
    }
  };
}

/** The buckets of the templates. */
export interface Buckets {
  /** Names by logical id. */
  readonly names: Readonly<Record<string, string>>;
  /** Names by the domain that a distribution knows a bucket by. */
  readonly byDomain: ReadonlyMap<string, string>;
  /** The names of those that tell EventBridge what is written to them. */
  readonly announcing: ReadonlySet<string>;
  /** What pages of other origins may do, by name, as S3's own API has it. */
  readonly cors: ReadonlyMap<string, string>;
}

/** Names the buckets of the templates. */
export function bucketValues(values: TemplateValues): Buckets {
  const names: Record<string, string> = {};
  const byDomain = new Map<string, string>();
  const announcing = new Set<string>();
  const cors = new Map<string, string>();
  // One may log to another: all have names before any is read.
  for (const { properties: declared, ...resource } of values.declared('AWS::S3::Bucket')) {
    const { stack, logicalId } = resource;
    const own = declared.BucketName;
    const name = own === undefined ? `${stack}-${logicalId}`.toLowerCase().slice(-63) : asString(own, logicalId);
    const domain = `${name}.s3.amazonaws.com`;
    const attributes = { Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain };
    values.provide({ ...resource, properties: declared }, { ref: name, attributes });
    names[logicalId] = name;
    byDomain.set(domain, name);
  }
  for (const resource of values.resources('AWS::S3::Bucket')) {
    const { logicalId, type, properties } = resource;
    const unresolved = { ...resource, condition: undefined };
    refuseProperties(logicalId, unresolved, properties, ['WebsiteConfiguration']);
    if (properties.CorsConfiguration !== undefined) {
      cors.set(names[logicalId] ?? '', corsXml(properties.CorsConfiguration, `${logicalId}: CorsConfiguration`));
    }
    const notification = asObject(properties.NotificationConfiguration ?? {}, logicalId);
    refuseOtherProperties(logicalId, `NotificationConfiguration of ${type}`, notification, [
      'EventBridgeConfiguration',
    ]);
    const { EventBridgeEnabled } = asObject(notification.EventBridgeConfiguration ?? {}, logicalId);
    if (asBoolean(EventBridgeEnabled, `${logicalId}: EventBridgeEnabled`)) announcing.add(names[logicalId] ?? '');
  }
  return { names, byDomain, announcing, cors };
}

/** The rules of a template in the words of S3's own API. */
function corsXml(configuration: unknown, where: string): string {
  const rules = asList(asObject(configuration, where).CorsRules, where).map((one) => {
    const rule = asObject(one, where);
    refuseOtherProperties(where, 'CorsRule', rule, ['AllowedHeaders', 'AllowedMethods', 'AllowedOrigins', 'MaxAge']);
    const each = (name: string, values: unknown) =>
      asList(values, where).map((value) => `<${name}>${String(value)}</${name}>`);
    return [
      '<CORSRule>',
      ...each('AllowedOrigin', rule.AllowedOrigins),
      ...each('AllowedMethod', rule.AllowedMethods),
      ...each('AllowedHeader', rule.AllowedHeaders),
      ...(rule.MaxAge === undefined ? [] : [`<MaxAgeSeconds>${String(rule.MaxAge)}</MaxAgeSeconds>`]),
      '</CORSRule>',
    ].join('');
  });
  return `<CORSConfiguration>${rules.join('')}</CORSConfiguration>`;
}
