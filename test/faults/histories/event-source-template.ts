/**
 * What the CDK template sets for the mapping of the Records stream to the ranking function; a test holds it
 * against that.
 */
export const RANKING_MAPPING = {
  BatchSize: 1000,
  BisectBatchOnFunctionError: true,
  FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"LOG#"}]}}}}' }] },
  FunctionResponseTypes: ['ReportBatchItemFailures'],
  MaximumBatchingWindowInSeconds: 0,
  MaximumRetryAttempts: 10,
};
