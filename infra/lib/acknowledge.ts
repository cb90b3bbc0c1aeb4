import { Stack, Validations } from 'aws-cdk-lib';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';

/** Says why a finding of the security checks is right as it is; for the construct and all within it. */
export const acknowledge = (scope: IConstruct, finding: string, reason: string): void =>
  Validations.of(scope).acknowledge({ id: `AwsSolutions-${finding}`, reason });

/** The same of a policy's resource that has a wildcard: the finding is named by what it is in the template. */
export const acknowledgeWildcard = (scope: IConstruct, resource: string, reason: string): void =>
  // How a resource of another stack is written is known when all stacks are, just before they are checked.
  scope.node.addValidation({
    validate: () => {
      const written = flattenCfnReference(Stack.of(scope).resolve(resource));
      acknowledge(scope, `IAM5[Resource::${written}]`, reason);
      return [];
    },
  });
