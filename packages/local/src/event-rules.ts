import { isDeepStrictEqual } from 'node:util';
import type { AsyncInvocations } from './async-invocations.ts';
import { createEventFilter, type EventFilter } from './event-filter.ts';
import { asList, asObject, asString } from './json.ts';
import type { LocalFunction } from './lambda-functions.ts';
import { refuseOtherProperties } from './resource-types.ts';
import type { LocalResource, TemplateValues } from './template-values.ts';

/** A rule of EventBridge: which events it takes, and which functions get them. */
export interface EventRule {
  readonly matches: EventFilter;
  readonly targets: readonly LocalFunction[];
}

/** Reads the `AWS::Events::Rule`s that are switched on. */
export const readEventRules = (
  values: TemplateValues,
  functionNamed: (nameOrArn: string) => LocalFunction | undefined,
): EventRule[] =>
  values
    .resources('AWS::Events::Rule')
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map((resource) => readRule(resource, functionNamed));

/** Every rule that an event matches gives it to all of its targets. */
export const deliver = (
  rules: readonly EventRule[],
  event: object,
  invocations: Pick<AsyncInvocations, 'send'>,
): void => {
  for (const { targets } of rules.filter(({ matches }) => matches(event))) {
    for (const target of targets) invocations.send(target.settings.name, JSON.stringify(event));
  }
};

function readRule(
  { logicalId, type, properties }: LocalResource,
  functionNamed: (nameOrArn: string) => LocalFunction | undefined,
): EventRule {
  refuseOtherProperties(logicalId, type, properties, [
    'Description',
    'EventPattern',
    'Name',
    'State',
    'Tags',
    'Targets',
  ]);
  const pattern = asObject(properties.EventPattern, `${logicalId}: EventPattern`);
  // Nothing else is ever sent here: a rule that waits for something else would wait in vain.
  if (!isDeepStrictEqual([pattern.source, pattern['detail-type']], [['aws.s3'], ['Object Created']])) {
    throw new Error(
      `${logicalId}: only events "Object Created" of aws.s3 are emulated, not ${JSON.stringify(pattern)}`,
    );
  }
  return {
    matches: createEventFilter(JSON.stringify(pattern)),
    // A rule without any is there to be counted, and nothing counts here.
    targets: asList(properties.Targets ?? [], `${logicalId}: Targets`).map((item) => {
      const target = asObject(item, `${logicalId}: Targets`);
      // The retry policy is for deliveries that fail, which they do not here.
      refuseOtherProperties(logicalId, `a target of ${type}`, target, ['Arn', 'Id', 'RetryPolicy']);
      const found = functionNamed(asString(target.Arn, `${logicalId}: Arn`));
      if (found === undefined) throw new Error(`${logicalId} leads to no function of this assembly`);
      return found;
    }),
  };
}
