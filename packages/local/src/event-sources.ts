import { createHash } from 'node:crypto';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { S3Client } from '@aws-sdk/client-s3';
import type { CheckpointFile } from './checkpoint-file.ts';
import { createEventSourceMapping } from './event-source-mapping.ts';
import { readEventSourceSettings } from './event-source-settings.ts';
import { destinationBucket, putFailedBatch } from './failure-destination.ts';
import { asBoolean, asString, isObject, type JsonObject } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { CREDENTIALS } from './local-credentials.ts';
import { positionKey, type StreamReader, startStreamReader } from './stream-reader.ts';
import { type LocalResource, REGION } from './template-values.ts';

/** What event source mappings run on. */
export interface EventSourceServices {
  readonly functionNamed: (nameOrArn: string) => LocalFunction | undefined;
  readonly streamsEndpoint: string;
  readonly s3Endpoint: string;
  readonly checkpoints: CheckpointFile;
  readonly log: (line: string) => void;
}

/** Starts the mapping of an `AWS::Lambda::EventSourceMapping`, or gives undefined for one that is switched off. */
export function startEventSource(resource: LocalResource, services: EventSourceServices): StreamReader | undefined {
  const { logicalId, stack, properties } = resource;
  if (properties.Enabled !== undefined && !asBoolean(properties.Enabled, `${logicalId}: Enabled`)) return undefined;
  const { checkpoints, log } = services;
  const streamArn = asString(properties.EventSourceArn, `${logicalId}: EventSourceArn`);
  if (!streamArn.includes(':dynamodb:'))
    throw new Error(`${logicalId}: only DynamoDB streams are emulated, not ${streamArn}`);
  const target = services.functionNamed(asString(properties.FunctionName, `${logicalId}: FunctionName`));
  if (target === undefined) throw new Error(`${logicalId} leads to no function of this assembly`);
  const mappingId = uuidOf(`${stack}/${logicalId}`);
  const position = (shardId: string) => positionKey(mappingId, streamArn, shardId);
  let stopping = false;

  const mapping = createEventSourceMapping({
    settings: readEventSourceSettings(properties, logicalId),
    clock: Date.now,
    retryDelayMs,
    checkpoint: async (shardId, { eventID = '', dynamodb }) => {
      checkpoints.write(position(shardId), { sequenceNumber: dynamodb.SequenceNumber, eventId: eventID });
    },
    invoke: async (event) => {
      const result = await target.invoke(JSON.stringify(event));
      // We ended the function ourselves: that is no failure of its own.
      if (stopping) throw new Error('The local run is stopping');
      return result.ok ? { ok: true, response: JSON.parse(result.payload) } : result;
    },
    onFailure: failureSink(resource, services, { mappingId, functionArn: target.settings.arn, streamArn }),
  });

  const client = new DynamoDBStreamsClient({
    endpoint: services.streamsEndpoint,
    region: REGION,
    credentials: CREDENTIALS,
  });
  const startingPosition = properties.StartingPosition === 'LATEST' ? 'LATEST' : 'TRIM_HORIZON';
  const reader = startStreamReader({ client, streamArn, mappingId, startingPosition, mapping, checkpoints, log });
  return {
    drained: reader.drained,
    stop: async () => {
      stopping = true;
      await reader.stop();
      client.destroy();
    },
  };
}

/** AWS backs off too and does not say how: 100 ms, doubled up to 10 s. */
const retryDelayMs = (failures: number) => Math.min(10_000, 100 * 2 ** (failures - 1));

/** A mapping's UUID is part of the names that its failures get: the same one at every start. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

function failureSink(
  { logicalId, properties }: LocalResource,
  { s3Endpoint, log }: EventSourceServices,
  context: Parameters<typeof putFailedBatch>[3],
): Parameters<typeof createEventSourceMapping>[0]['onFailure'] {
  const arn = destinationArn(properties.DestinationConfig);
  const bucket = arn === undefined ? undefined : destinationBucket(arn, logicalId);
  const s3 = new S3Client({ endpoint: s3Endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true });
  return async (batch) => {
    log(`${logicalId} gives up ${batch.records.length} records of ${batch.shardId}: ${batch.condition}`);
    if (bucket !== undefined) await putFailedBatch(s3, bucket, batch, context);
  };
}

function destinationArn(configuration: unknown): string | undefined {
  const { OnFailure } = isObject(configuration) ? configuration : ({} as JsonObject);
  const destination = isObject(OnFailure) ? OnFailure.Destination : undefined;
  return typeof destination === 'string' ? destination : undefined;
}
