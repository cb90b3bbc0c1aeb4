import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { asString } from './json.ts';
import { refuseProperties } from './resource-types.ts';
import type { TemplateValues } from './template-values.ts';

/** A running S3. */
export interface S3Local {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** The part of s3rver (which has no types) that is used here. */
interface S3rver {
  readonly run: () => Promise<{ readonly port: number }>;
  readonly close: () => Promise<void>;
  readonly httpServer: { closeAllConnections: () => void };
  readonly store: S3rverStore;
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
export async function startS3Local(dataDir: string, buckets: readonly string[]): Promise<S3Local> {
  const root = join(dataDir, 's3');
  const unfinished = join(dataDir, 's3-unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await mkdir(unfinished, { recursive: true });
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory: root,
    silent: true,
    allowMismatchedSignatures: true,
    vhostBuckets: false,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  writeWhole(server.store, unfinished);
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.httpServer.closeAllConnections();
      return server.close();
    },
  };
}

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

/** Names the buckets of the templates; returns the names by logical id. */
export function bucketValues(values: TemplateValues): Record<string, string> {
  const names: Record<string, string> = {};
  for (const resource of values.resources('AWS::S3::Bucket')) {
    const { stack, logicalId, properties } = resource;
    refuseProperties(logicalId, { ...resource, condition: undefined }, properties, ['NotificationConfiguration']);
    const own = properties.BucketName;
    const name = own === undefined ? `${stack}-${logicalId}`.toLowerCase().slice(-63) : asString(own, logicalId);
    const domain = `${name}.s3.amazonaws.com`;
    const attributes = { Arn: `arn:aws:s3:::${name}`, DomainName: domain, RegionalDomainName: domain };
    values.provide(resource, { ref: name, attributes });
    names[logicalId] = name;
  }
  return names;
}
