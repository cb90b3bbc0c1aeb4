import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DlqDestinationConfig, IDestination, IEventSourceDlq, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { acknowledgeWildcard } from './acknowledge.ts';

/** Where Lambda puts what a function was given in vain; the library's own class lets the function read and delete too. */
export class FailureDestination implements IEventSourceDlq, IDestination {
  private readonly bucket: IBucket;

  constructor(bucket: IBucket) {
    this.bucket = bucket;
  }

  bind(_caller: unknown, target: IFunction): DlqDestinationConfig {
    // Lambda writes with the function's own role, under this prefix, and looks first whether the bucket is there.
    const objects = this.bucket.arnForObjects('aws/lambda/*');
    target.addToRolePolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: [objects] }));
    if (target.role) acknowledgeWildcard(target.role, objects, 'Lambda names the objects; the prefix is its own');
    target.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
    return { destination: this.bucket.bucketArn };
  }
}
