import { Logger } from '@aws-lambda-powertools/logger';

/**
 * An error as the log may have it. What else it carries stays out: a refusal carries cells of the file, an error of the
 * database the item that it was about.
 */
const bare = ({ name, message, stack, cause }: Error): Error =>
  Object.assign(new Error(message), { name, stack, ...(cause instanceof Error ? { cause: bare(cause) } : {}) });

/** One structured line for each unit of work: ids and counts, never payloads or tokens. */
export const logger = new Logger({
  serviceName: process.env.SERVICE ?? 'chi-so',
  jsonReplacerFn: (_, value) => (value instanceof Error ? bare(value) : value),
});
