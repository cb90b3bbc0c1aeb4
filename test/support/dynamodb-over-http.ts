import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';

/** DynamoDB's own protocol in front of something that takes the SDK's commands, as far as reading needs it. */

// biome-ignore lint/suspicious/noExplicitAny: requests and answers are passed on as they are
type Anything = any;

const COMMANDS: Record<string, new (input: Anything) => { input: object }> = {
  GetItem: GetItemCommand,
  Query: QueryCommand,
};

export const overHttp = async (
  send: (command: { input: object }) => Promise<object>,
): Promise<{ endpoint: string; stop: () => void }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const Command = COMMANDS[operation];
    if (!Command) return refuse(response, 'UnknownOperationException', operation);
    try {
      const { $metadata: _, ...answer } = (await send(
        new Command(JSON.parse(Buffer.concat(chunks).toString('utf8'))),
      )) as Anything;
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer, inBase64));
    } catch (error) {
      refuse(response, (error as Error).name, (error as Error).message);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const refuse = (response: ServerResponse, name: string, message: string) =>
  response.writeHead(400).end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message }));

/** A Buffer has become an object of its own by the time that the replacer sees it. */
const inBase64 = (_key: string, value: Anything): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value;
};
