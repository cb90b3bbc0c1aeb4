import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { listen } from './ports.ts';

/** A running barrier. */
export interface CommitBarrier {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const TRANSACTION = /\.(TransactWriteItems|ExecuteTransaction)$/;

/** Any request will do: the engine works on one at a time, so its answer comes after the commit before it. */
const AFTER_COMMIT = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.ListTables',
  authorization:
    'AWS4-HMAC-SHA256 Credential=S3RVER/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

/**
 * DynamoDB answers a transaction when it is durable; DynamoDB Local answers it first and commits it afterwards, so a
 * kill in between loses a publication that its author was told of. This stands in front of the engine, passes
 * everything on as it is, and keeps back the answer to a transaction until the engine has answered one more request.
 */
export async function startCommitBarrier(enginePort: number): Promise<CommitBarrier> {
  const agent = new Agent({ keepAlive: true });
  const to = { host: '127.0.0.1', port: enginePort, agent };

  const committed = () =>
    new Promise<void>((resolve, reject) => {
      const following = request({ ...to, method: 'POST', path: '/', headers: AFTER_COMMIT }, (answer) => {
        answer.resume().on('end', resolve).on('error', reject);
      });
      following.on('error', reject).end('{}');
    });

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, url, headers } = incoming;
    const broken = () => outgoing.destroy();
    const forwarded = request({ ...to, method, path: url, headers }, (answer) => {
      const isTransaction = TRANSACTION.test(String(headers['x-amz-target'] ?? ''));
      const relay = () => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.on('error', broken).pipe(outgoing);
      };
      if (isTransaction) committed().then(relay, broken);
      else relay();
    });
    forwarded.on('error', broken);
    incoming.on('error', () => forwarded.destroy());
    incoming.pipe(forwarded);
  };

  const server = createServer(pass);
  const port = await listen(server, 0, '127.0.0.1');
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}
