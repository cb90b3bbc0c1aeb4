import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  type StreamViewType,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { asList, asObject, isObject, type JsonObject } from './json.ts';
import type { LocalResource } from './template-values.ts';

/** A table as it is in DynamoDB Local. */
export interface LocalTable {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string | undefined;
}

/** Creates the table of an `AWS::DynamoDB::Table` or `AWS::DynamoDB::GlobalTable`, or takes the one that is there. */
export async function ensureTable(client: DynamoDBClient, resource: LocalResource): Promise<LocalTable> {
  const input = createTableInput(resource);
  const existing = await describe(client, input.TableName);
  if (existing !== undefined) refuseChange(resource.logicalId, input, existing);
  const table = existing ?? (await create(client, input, resource.properties));
  return { name: input.TableName, arn: table.TableArn ?? '', streamArn: table.LatestStreamArn };
}

/** What `CreateTable` takes, out of a template's properties. Provisioned capacity, encryption and replicas play no part. */
export function createTableInput({ stack, logicalId, properties }: LocalResource) {
  const stream = properties.StreamSpecification;
  const input = {
    TableName: typeof properties.TableName === 'string' ? properties.TableName : `${stack}-${logicalId}`,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: asList(properties.AttributeDefinitions, `${logicalId}: AttributeDefinitions`).map((item) =>
      pick<AttributeDefinition>(item, 'AttributeName', 'AttributeType'),
    ),
    KeySchema: keySchema(properties.KeySchema, logicalId),
    ...indexes(properties, 'GlobalSecondaryIndexes', logicalId),
    ...indexes(properties, 'LocalSecondaryIndexes', logicalId),
    ...(isObject(stream)
      ? {
          StreamSpecification: { StreamEnabled: true, StreamViewType: String(stream.StreamViewType) as StreamViewType },
        }
      : {}),
  } satisfies CreateTableCommandInput;
  return input;
}

const pick = <T>(item: unknown, ...names: (keyof T & string)[]): T => {
  const source = asObject(item, names.join(', '));
  return Object.fromEntries(names.map((name) => [name, source[name]])) as T;
};

const keySchema = (value: unknown, where: string) =>
  asList(value, `${where}: KeySchema`).map((item) => pick<KeySchemaElement>(item, 'AttributeName', 'KeyType'));

function indexes(properties: JsonObject, kind: 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes', where: string) {
  const list = asList(properties[kind], `${where}: ${kind}`).map((item) => {
    const { IndexName, KeySchema, Projection } = asObject(item, `${where}: ${kind}`);
    return {
      IndexName: String(IndexName),
      KeySchema: keySchema(KeySchema, where),
      Projection: asObject(Projection, where),
    };
  });
  return list.length > 0 ? { [kind]: list } : {};
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, input: CreateTableCommandInput, properties: JsonObject) {
  await client.send(new CreateTableCommand(input));
  const ttl = properties.TimeToLiveSpecification;
  if (isObject(ttl) && typeof ttl.AttributeName === 'string') {
    const specification = { AttributeName: ttl.AttributeName, Enabled: true };
    const update = { TableName: input.TableName, TimeToLiveSpecification: specification };
    await client.send(new UpdateTimeToLiveCommand(update));
  }
  const table = await describe(client, String(input.TableName));
  if (table === undefined) throw new Error(`The table ${input.TableName} was created and is not there`);
  return table;
}

/** CloudFormation would replace such a table; here the data stays, and who starts decides. */
function refuseChange(logicalId: string, wanted: ReturnType<typeof createTableInput>, found: TableDescription) {
  const shape = (table: TableDescription | CreateTableCommandInput) =>
    JSON.stringify({
      key: table.KeySchema?.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
      indexes: table.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort() ?? [],
      stream: table.StreamSpecification?.StreamViewType,
    });
  if (shape(wanted) === shape(found)) return;
  throw new Error(
    `The table ${logicalId} has changed its keys, indexes or stream since this data was written. Start with fresh data.`,
  );
}
