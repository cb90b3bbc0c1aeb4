import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRICS, type Metric, NAMESPACE } from '@chi-so/contract/metric-names';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * Counts of what the system does, in CloudWatch's embedded format. Not of reads: what serves them is on nobody's way
 * without it, and the gateway counts them already.
 */
const metrics = new Metrics({ namespace: NAMESPACE, serviceName: process.env.SERVICE ?? 'chi-so' });

export const record = (metric: Metric, value: number): void => void metrics.addMetric(metric, METRICS[metric], value);

/** The same handler; what was recorded meanwhile is written out when it ends, however it ends. */
export const recorded =
  <A extends unknown[], R>(handler: (...given: A) => Promise<R>) =>
  async (...given: A): Promise<R> => {
    try {
      return await handler(...given);
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    }
  };

/** A handler of HTTP requests that counts the writes which it refuses. */
export const countingRefusals =
  <E extends { routeKey: string }, C>(http: (event: E, context: C) => Promise<APIGatewayProxyStructuredResultV2>) =>
  async (event: E, context: C): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = await http(event, context);
    const { statusCode = 200 } = answer;
    if (!/^(GET|HEAD) /.test(event.routeKey) && statusCode >= 400 && statusCode < 500) record('WritesRefused', 1);
    return answer;
  };
