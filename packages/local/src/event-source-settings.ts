import { anyFilter, createEventFilter, type EventFilter } from './event-filter.ts';
import { asBoolean, asList, asNumber, asObject, asString, isObject, type JsonObject } from './json.ts';

/** How an event source mapping for a DynamoDB stream behaves. */
export interface EventSourceSettings {
  readonly batchSize: number;
  readonly batchingWindowMs: number;
  readonly filter: EventFilter;
  readonly reportBatchItemFailures: boolean;
  readonly bisectBatchOnFunctionError: boolean;
  /** -1: without end. */
  readonly maximumRetryAttempts: number;
  /** -1: as long as the stream keeps a record. */
  readonly maximumRecordAgeMs: number;
}

/** Lambda's own defaults. */
export const DEFAULT_SETTINGS: EventSourceSettings = {
  batchSize: 100,
  batchingWindowMs: 0,
  filter: anyFilter([]),
  reportBatchItemFailures: false,
  bisectBatchOnFunctionError: false,
  maximumRetryAttempts: -1,
  maximumRecordAgeMs: -1,
};

/** Reads the settings of an `AWS::Lambda::EventSourceMapping`, its properties resolved. */
export function readEventSourceSettings(properties: JsonObject, where: string): EventSourceSettings {
  if (asNumber(properties.ParallelizationFactor, 1, where) !== 1) {
    throw new Error(`${where}: a ParallelizationFactor other than 1 is not emulated`);
  }
  for (const name of ['TumblingWindowInSeconds', 'KmsKeyArn', 'ScalingConfig', 'ProvisionedPollerConfig']) {
    if (name in properties && properties[name] !== 0) throw new Error(`${where}: ${name} is not emulated`);
  }
  const age = asNumber(properties.MaximumRecordAgeInSeconds, -1, `${where}: MaximumRecordAgeInSeconds`);
  const criteria = isObject(properties.FilterCriteria) ? properties.FilterCriteria : {};
  const patterns = asList(criteria.Filters, `${where}: Filters`).map(
    (item) => asObject(item, `${where}: Filters`).Pattern,
  );
  return {
    batchSize: asNumber(properties.BatchSize, DEFAULT_SETTINGS.batchSize, `${where}: BatchSize`),
    batchingWindowMs: 1000 * asNumber(properties.MaximumBatchingWindowInSeconds, 0, `${where}: MaximumBatchingWindow`),
    filter: anyFilter(patterns.map((pattern) => createEventFilter(asString(pattern, `${where}: Pattern`)))),
    reportBatchItemFailures: asList(properties.FunctionResponseTypes, where).includes('ReportBatchItemFailures'),
    bisectBatchOnFunctionError: asBoolean(properties.BisectBatchOnFunctionError, `${where}: Bisect`),
    maximumRetryAttempts: asNumber(properties.MaximumRetryAttempts, -1, `${where}: MaximumRetryAttempts`),
    maximumRecordAgeMs: age === -1 ? -1 : age * 1000,
  };
}
