import { Logger } from '@aws-lambda-powertools/logger';

/** One structured line for each unit of work: ids and counts, never payloads or tokens. */
export const logger = new Logger({ serviceName: process.env.SERVICE ?? 'chi-so' });
