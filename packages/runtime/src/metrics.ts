import { Metrics } from '@aws-lambda-powertools/metrics';

/** Counts of what the system does, in CloudWatch's embedded format. */
export const metrics = new Metrics({ namespace: 'ChiSo', serviceName: process.env.SERVICE ?? 'chi-so' });
