import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chiSo } from '@chi-so/infra/lib/chi-so';
import { readStage } from '@chi-so/infra/lib/stage';
import { startLocal } from '@chi-so/local/stack';
import { App, type Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, it } from 'vitest';

/** The app of `infra/bin/app.ts`, as somebody would change it. What runs locally must follow without being told. */

const folder = mkdtempSync(join(tmpdir(), 'chi-so-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** `bundled`: the stacks whose functions are to run. */
const synthesizeCopy = (name: string, bundled: string[], change: (services: Stack) => void): string => {
  const app = new App({ outdir: join(folder, name), context: { 'aws:cdk:bundling-stacks': bundled } });
  change(chiSo(app, readStage('test')).services);
  return app.synth().directory;
};

describe('a copy of the app', () => {
  it('with one more function and route serves them beside the others', async () => {
    const assembly = synthesizeCopy('with-route', ['ChiSo-test-Identity', 'ChiSo-test-Services'], (services) => {
      const api = services.node.findAll().find((construct) => construct instanceof HttpApi);
      const hello = new LambdaFunction(services, 'Hello', {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromInline('exports.handler = async ({ pathParameters }) => ({ hello: pathParameters.name });'),
      });
      api?.addRoutes({
        path: '/v1/hello/{name}',
        methods: [HttpMethod.GET],
        integration: new HttpLambdaIntegration('Hello', hello),
      });
    });
    const stack = await startLocal({ assembly, dataDir: join(folder, 'data') });
    try {
      expect(await (await fetch(`${stack.url}/v1/hello/Hu%E1%BA%BF`)).json()).toEqual({ hello: 'Huế' });
      expect(await (await fetch(`${stack.url}/healthz`)).json()).toEqual({ status: 'ok' });
    } finally {
      await stack.stop();
    }
  });

  it('with a resource of a type that is not known is refused by its name', async () => {
    const assembly = synthesizeCopy('with-queue', [], (services) => {
      new Queue(services, 'Surprise');
    });

    await expect(startLocal({ assembly, dataDir: join(folder, 'data-2') })).rejects.toThrow(
      /Surprise.*AWS::SQS::Queue/,
    );
  });
});
