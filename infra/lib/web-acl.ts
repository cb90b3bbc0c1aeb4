import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/** Managed rules, and of the first what is counted instead of refused. */
const MANAGED = {
  AWSManagedRulesAmazonIpReputationList: [],
  AWSManagedRulesKnownBadInputsRuleSet: [],
  // Release files are larger than 8 KB, and tables that people paste look like anything; the API has limits of its own.
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
  ],
} as const;

/** What CloudFront lets in: no known attackers and attacks, and no more of one address than anybody needs. */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { requestsPerAddress }: { requestsPerAddress: number }) {
    super(scope, id);
    const seen = (metricName: string) => ({
      metricName,
      cloudWatchMetricsEnabled: true,
      // Samples would keep queries, and with them what people look for.
      sampledRequestsEnabled: false,
    });
    const managed = Object.entries(MANAGED).map(
      ([name, counted], i): CfnWebACL.RuleProperty => ({
        name,
        priority: i + 1,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name,
            ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
          },
        },
        visibilityConfig: seen(name),
      }),
    );
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('ChiSo'),
      rules: [
        {
          name: 'TooManyOfOneAddress',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: 'IP' } },
          visibilityConfig: seen('TooManyOfOneAddress'),
        },
        ...managed,
      ],
    });
    this.arn = acl.attrArn;
  }
}
