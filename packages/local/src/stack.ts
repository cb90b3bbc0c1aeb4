import { mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { type Assembly, readAssembly } from './assembly.ts';
import { createAsyncInvocations } from './async-invocations.ts';
import { readBucketDeployments } from './bucket-deployments.ts';
import { openCheckpointFile } from './checkpoint-file.ts';
import { createDistribution } from './distribution.ts';
import { readDistribution } from './distribution-template.ts';
import type { Addresses, Secrets } from './dynamic-references.ts';
import { type DynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts';
import { ensureTable } from './dynamodb-tables.ts';
import { deliver, readEventRules } from './event-rules.ts';
import { startEventSource } from './event-sources.ts';
import { functionArnOf, prepareCodeFolder, provideFunctions, readFunction } from './function-template.ts';
import { createHttpApi, HEADER_LIMIT_BYTES } from './http-api.ts';
import { provideHttpApi, readHttpApi } from './http-api-template.ts';
import { gatewayError, sendResponse } from './http-response.ts';
import { createFunction } from './lambda-functions.ts';
import { CREDENTIALS } from './local-credentials.ts';
import { createLocalIssuer, ISSUER_PATH, type TokenRequest } from './local-issuer.ts';
import { createOAuthEndpoints } from './oauth-endpoints.ts';
import { objectCreatedEvent } from './object-created-event.ts';
import { listen, reachable } from './ports.ts';
import { refuseUnknownTypes } from './resource-types.ts';
import { bucketValues, startS3Local } from './s3-local.ts';
import { fireSchedule, readSchedules, startSchedules } from './schedules.ts';
import { provideSecrets } from './secrets.ts';
import { createTemplateValues } from './template-values.ts';
import { provideUserPool, readUserPool } from './user-pool-template.ts';

/** What to run, and where. */
export interface LocalOptions {
  /** The folder that `cdk synth` wrote. */
  readonly assembly: string;
  /** Where data, logs and keys are kept from one start to the next. */
  readonly dataDir: string;
  /** Default: any free port. */
  readonly port?: number;
  /** Default: this machine only. */
  readonly host?: string;
  /** Values of the templates' parameters. `JwtIssuer` and `JwtAudience` default to the local issuer's, `PageAddress` to here. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whether schedules fire by themselves. Default: only when `fireSchedule` says so. */
  readonly schedules?: boolean;
  readonly log?: (line: string) => void;
  /** Puts something between the functions and the database that they reach at an endpoint; gives its own endpoint. */
  readonly betweenFunctionsAndDatabase?: (endpoint: string) => Promise<string>;
}

/** A running stack. */
export interface LocalStack {
  /** Where the distribution is, with the API behind it; without a slash at its end. */
  readonly url: string;
  /** Where the HTTP API itself is, which the distribution calls. */
  readonly apiUrl: string;
  /** Signs a token that the API's authorizer takes. */
  readonly sign: (request: TokenRequest) => Promise<string>;
  /** By what the programs of the stage come to a token, by their names. */
  readonly machineClients: Readonly<Record<string, { readonly id: string; readonly secret: string }>>;
  /** Table names by logical id. */
  readonly tableNames: Readonly<Record<string, string>>;
  /** Bucket names by logical id. */
  readonly bucketNames: Readonly<Record<string, string>>;
  /** The outputs of all stacks by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly dynamodbEndpoint: string;
  readonly s3Endpoint: string;
  /** What the local S3 lets in. */
  readonly s3Credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Calls the function of the one schedule whose logical id has this in it, now; fails when the function fails. */
  readonly fireSchedule: (logicalIdPart: string) => Promise<void>;
  /** Resolves when no event of S3 and no record of a stream is left that its function has not dealt with. */
  readonly drained: () => Promise<void>;
  /** Ends everything that was started; a second call does nothing. */
  readonly stop: () => Promise<void>;
}

/** The audience of the local issuer's tokens where no pool has clients. */
const LOCAL_AUDIENCE = 'chi-so-local';

/** Runs a synthesized CDK app on this machine. Whatever fails on the way is stopped again. */
export async function startLocal(options: LocalOptions): Promise<LocalStack> {
  const stops: (() => Promise<void>)[] = [];
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      for (const end of stops.reverse()) await end();
    })();
    return stopped;
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: LocalOptions, stops: (() => Promise<void>)[]): Promise<Omit<LocalStack, 'stop'>> {
  const { host = '127.0.0.1', parameters = {}, log = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const assembly = readAssembly(options.assembly);
  refuseUnknownTypes(assembly);

  // The port comes first: whether it is free should be known at once, and the issuer and the templates name it.
  let handle = (_: IncomingMessage, response: ServerResponse): unknown => sendResponse(response, NOT_YET);
  const server = createServer({ maxHeaderSize: HEADER_LIMIT_BYTES, keepAliveTimeout: 75_000 }, (request, response) => {
    handle(request, response);
  });
  const port = await listen(server, options.port ?? 0, host);
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const url = `http://${reachable(host)}:${port}`;
  // The gateway has an address of its own, which knows nothing of the distribution in front of it.
  let handleDirect = handle;
  const gateway = createServer({ maxHeaderSize: HEADER_LIMIT_BYTES }, (request, response) => {
    handleDirect(request, response);
  });
  const apiUrl = `http://127.0.0.1:${await listen(gateway, 0, '127.0.0.1')}`;
  stops.push(async () => {
    gateway.closeAllConnections();
    await new Promise((done) => gateway.close(done));
  });
  const issuerUrl = url + ISSUER_PATH;
  const audience = parameters.JwtAudience ?? LOCAL_AUDIENCE;
  const defaults = { JwtIssuer: issuerUrl, JwtAudience: audience, PageAddress: url };
  const secrets: Secrets = new Map();
  const addresses: Addresses = new Map();
  const given = { ...declaredOf(assembly, defaults), ...parameters };
  const values = createTemplateValues(assembly, given, secrets, addresses);
  const client = provideUserPool(values, issuerUrl, addresses);
  const issuer = await createLocalIssuer(dataDir, url, client ?? audience);
  provideSecrets(values, secrets, join(dataDir, 'secrets.json'));
  provideHttpApi(values, apiUrl);
  provideFunctions(values);

  const buckets = bucketValues(values);
  const dynamodb = await startDynamoDbLocal(dataDir, log);
  stops.push(dynamodb.stop);
  const tableNames = await provideTables(values, dynamodb);
  const s3 = await startS3Local(dataDir, host, Object.values(buckets.names), buckets.cors);
  stops.push(s3.stop);

  const codeFolder = prepareCodeFolder(dataDir);
  const database = (await options.betweenFunctionsAndDatabase?.(dynamodb.endpoint)) ?? dynamodb.endpoint;
  const services = { AWS_ENDPOINT_URL_DYNAMODB: database, AWS_ENDPOINT_URL_S3: s3.endpoint };
  const deployments = readBucketDeployments(values, assembly.assets);
  const functions = values
    .resources('AWS::Lambda::Function')
    .filter((resource) => !deployments.deployers.has(functionArnOf(resource)))
    .map((resource) => {
      const settings = readFunction(resource, assembly.assets, codeFolder, services);
      return createFunction(settings, join(dataDir, 'logs'));
    });
  const functionNamed = (id: string) => functions.find(({ settings }) => settings.name === id || settings.arn === id);

  const pool = readUserPool(values, functionNamed);
  const oauth = pool && createOAuthEndpoints(pool, issuer, LOOPBACK.has(host));
  const api = readHttpApi(values, functionNamed);
  const checkpoints = openCheckpointFile(join(dataDir, 'checkpoints.json'));
  const streamsEndpoint = dynamodb.engineEndpoint;
  const readers = values
    .resources('AWS::Lambda::EventSourceMapping')
    .flatMap(
      (resource) =>
        startEventSource(resource, { functionNamed, streamsEndpoint, s3Endpoint: s3.endpoint, checkpoints, log }) ?? [],
    );

  const invocations = createAsyncInvocations({ folder: join(dataDir, 'invocations'), functionNamed, log });
  const rules = readEventRules(values, functionNamed);
  s3.onObjectCreated((object) => {
    if (buckets.announcing.has(object.bucket)) deliver(rules, objectCreatedEvent(object, new Date()), invocations);
  });
  const schedules = readSchedules(values, functionNamed);
  const stopSchedules = startSchedules(options.schedules === true ? schedules : [], invocations);

  stops.push(async () => {
    stopSchedules();
    const callersEnded = Promise.all([invocations.stop(), ...readers.map((reader) => reader.stop())]);
    await Promise.all(functions.map((target) => target.stop()));
    await callersEnded;
  });
  const answer = api === undefined ? undefined : createHttpApi(api, log);
  const behaviours = readDistribution(values, {
    apiHost: new URL(apiUrl).host,
    // What the page may ask besides its own address is somewhere else here.
    replaced: new Map([...buckets.byDomain.keys()].map((domain) => [`https://${domain}`, s3.endpoint])),
    filesOf: (domain) => deployments.files.get(buckets.byDomain.get(domain) ?? ''),
  });
  const answerByApi = (request: IncomingMessage, response: ServerResponse) =>
    answer?.(request, response) ?? sendResponse(response, NOT_FOUND);
  const answerAll = createDistribution(behaviours, answerByApi);
  handleDirect = answerByApi;
  handle = (request, response) =>
    issuer.handle(request, response) || oauth?.(request, response) || answerAll(request, response);

  return {
    url,
    apiUrl,
    sign: issuer.sign,
    machineClients: Object.fromEntries(
      (pool?.clients ?? [])
        .filter(({ hasSecret }) => hasSecret)
        .map(({ id, name }) => [name, { id, secret: issuer.secretOf(id) }]),
    ),
    tableNames,
    bucketNames: buckets.names,
    outputs: values.outputs(),
    dynamodbEndpoint: dynamodb.endpoint,
    s3Endpoint: s3.endpoint,
    s3Credentials: CREDENTIALS,
    fireSchedule: (logicalIdPart) => fireSchedule(schedules, logicalIdPart),
    drained: async () => {
      await invocations.drained();
      // A function may write to a table whose stream feeds another one: as often as there are streams.
      for (const _ of readers) await Promise.all(readers.map((reader) => reader.drained()));
    },
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

const NOT_YET = gatewayError(503, 'Service Unavailable');
const NOT_FOUND = gatewayError(404, 'Not Found');

/** The defaults for those parameters that some stack has. */
function declaredOf({ stacks }: Assembly, defaults: Readonly<Record<string, string>>): Record<string, string> {
  const declared = new Set(stacks.flatMap(({ parameters }) => Object.keys(parameters)));
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => declared.has(name)));
}

async function provideTables(values: ReturnType<typeof createTemplateValues>, dynamodb: DynamoDbLocal) {
  const names: Record<string, string> = {};
  for (const resource of values.resources('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
    const { name, arn, streamArn } = await ensureTable(dynamodb.client, resource);
    values.provide(resource, {
      ref: name,
      attributes: { Arn: arn, TableId: name, ...(streamArn === undefined ? {} : { StreamArn: streamArn }) },
    });
    names[resource.logicalId] = name;
  }
  return names;
}
