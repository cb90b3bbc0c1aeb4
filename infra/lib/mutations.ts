/** What protects a deployment, and the change that takes it away: `npm run mutations` shows that tests see each. */

export type Mutation = { what: string; file: string; from: string; to: string };

export const MUTATIONS: readonly Mutation[] = [
  ...[
    ['point-in-time recovery', 'pointInTimeRecoveryEnabled: true', 'pointInTimeRecoveryEnabled: false'],
    ['deletion protection of tables', 'deletionProtection: true', 'deletionProtection: false'],
    [
      'tables are retained',
      'removalPolicy: RemovalPolicy.RETAIN,\n    };\n    this.records',
      'removalPolicy: RemovalPolicy.DESTROY,\n    };\n    this.records',
    ],
    ['termination protection of the data', 'terminationProtection: true', 'terminationProtection: false'],
    ['TLS alone reaches buckets', 'enforceSSL: true', 'enforceSSL: false'],
    ['buckets are not public', 'blockPublicAccess: BlockPublicAccess.BLOCK_ALL,\n      enforceSSL', 'enforceSSL'],
    [
      'buckets are retained',
      'enforceSSL: true,\n      removalPolicy: RemovalPolicy.RETAIN',
      'enforceSSL: true,\n      removalPolicy: RemovalPolicy.DESTROY',
    ],
    ['versions of uploads', 'versioned: true', 'versioned: false'],
    ['a log of who reached for files', "serverAccessLogsPrefix: 'releases/'", "serverAccessLogsPrefix: 'r/'"],
    ['keys alone in the stream', 'StreamViewType.KEYS_ONLY', 'StreamViewType.NEW_AND_OLD_IMAGES'],
    [
      'files put by pages, and nothing else',
      'allowedMethods: [HttpMethods.PUT]',
      'allowedMethods: [HttpMethods.PUT, HttpMethods.GET]',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'data-stack.ts', from, to })),
  ...[
    ['the secret to the API', 'customHeaders: { [ORIGIN_SECRET_HEADER]: sentOriginSecret(stage) },', ''],
    ['WAF', "webAclId: new WebAcl(this, 'WebAcl', stage).arn,", "...(new WebAcl(this, 'WebAcl', stage) ? {} : {}),"],
    ['a log of the distribution', "logFilePrefix: 'distribution/',", "logFilePrefix: 'd/',"],
    ['TLS 1.2 to the API', 'originSslProtocols: [OriginSslPolicy.TLS_V1_2],', ''],
    ['TLS 1.2 to readers', 'SecurityPolicyProtocol.TLS_V1_2_2021', 'SecurityPolicyProtocol.TLS_V1_2016'],
    ['TLS told to browsers', 'strictTransportSecurity: STRICT_TRANSPORT,', ''],
    ['tokens in the key of the cache', "'Authorization', ", ''],
    ['queries in the key of the cache', 'CacheQueryStringBehavior.all()', 'CacheQueryStringBehavior.none()'],
    ['scripts of the page alone', '"default-src \'self\'",', '"default-src *",'],
    ['access logs end after ninety days', 'lifecycleRules: [{ expiration: ACCESS_LOGS_KEPT }],', ''],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'page-stack.ts', from, to })),
  ...[
    [
      'a limit for each address',
      'rateBasedStatement: { limit: requestsPerAddress',
      'rateBasedStatement: { limit: 2_000_000',
    ],
    ['known attackers are refused', 'AWSManagedRulesAmazonIpReputationList: [],', ''],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'web-acl.ts', from, to })),
  ...[
    [
      'every function takes the secret',
      "for (const target of Object.values(functions)) target.addEnvironment('ORIGIN_SECRETS', secret.taken);",
      '',
    ],
    [
      'tokens on routes that write',
      '...(scopes.length > 0 ? { authorizer, authorizationScopes: [...scopes] } : {}),',
      '',
    ],
    ['scopes of routes', 'authorizationScopes: [...scopes]', 'authorizationScopes: []'],
    ['throttling', 'throttle: { rateLimit: THROTTLE.requests_per_second, burstLimit: THROTTLE.burst },', ''],
    ['throttling of files', 'READS_FILES.has(service) ? FILE_THROTTLE : WRITE_THROTTLE', 'WRITE_THROTTLE'],
    ['routes before their settings', 'settings.addDependency(route)', 'settings.node.id'],
    ['no address of a reader in the log', "time: '$context.requestTime',", "time: '$context.identity.sourceIp',"],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'public-api.ts', from, to })),
  ...[
    [
      'readers only read',
      "read: ['dynamodb:GetItem', 'dynamodb:Query']",
      "read: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan']",
    ],
    [
      'writers do not delete',
      "'get-put': ['dynamodb:GetItem', 'dynamodb:PutItem']",
      "'get-put': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem']",
    ],
    ['objects under their prefixes', 'bucket.arnForObjects(`${prefix}/*`)', "bucket.arnForObjects('*')"],
    ['arm64', 'Architecture.ARM_64', 'Architecture.X86_64'],
    ['logs end after ninety days', 'RetentionDays.THREE_MONTHS', 'RetentionDays.INFINITE'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'service-function.ts', from, to })),
  ...[
    ['what fails for good is kept', 'onFailure: new FailureDestination(failures),', ''],
    ['retries have an end', 'retryAttempts: 10,', ''],
    ['a bad record is found by halves', 'bisectBatchOnError: true', 'bisectBatchOnError: false'],
    ['one bad record fails alone', 'reportBatchItemFailures: true', 'reportBatchItemFailures: false'],
    [
      'log entries alone',
      "filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('LOG#') } } } })],",
      '',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'ranking-pipeline.ts', from, to })),
  ...[
    ['places of their own for what reads files', 'reservedConcurrentExecutions: 10,', ''],
    [
      'hosts that may be fetched from',
      "FETCH_ALLOWED_HOSTS: stage.fetchAllowedHosts.join(',')",
      "FETCH_ALLOWED_HOSTS: '*'",
    ],
    ['two people where the stage says so', 'FOUR_EYES: String(stage.fourEyes)', "FOUR_EYES: 'false'"],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'release-writers.ts', from, to })),
  ...[
    [
      'a reason for every wildcard',
      "acknowledgeWildcard(Stack.of(scope), `${called.functionArn}:*`, 'A schedule calls one function, in any version');",
      '',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'every.ts', from, to })),
  ...[
    ['embargoes that stop are heard of', "alarms.raiseSilence(this, 'EmbargoesNotChecked', {", 'void ({'],
    ['sources that stop are heard of', "alarms.raiseSilence(this, 'SourcesNotChecked', {", 'void ({'],
    ['an embargo that failed is heard of', "alarms.raise(this, 'EmbargoFailed', {", 'void ({'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'release-writers.ts', from, to })),
  ...[
    [
      'silence rings',
      'treatMissingData: TreatMissingData.BREACHING',
      'treatMissingData: TreatMissingData.NOT_BREACHING',
    ],
    [
      'what is found at night stands',
      'raised.untilMeasured ? TreatMissingData.IGNORE',
      'raised.untilMeasured ? TreatMissingData.NOT_BREACHING',
    ],
    ['alarms tell somebody', 'alarm.addAlarmAction(this.action);', ''],
    ['alarms tell when they are over', 'alarm.addOkAction(this.action);', ''],
    [
      'the address of the stage',
      'if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));',
      '',
    ],
    ['a topic that alarms may use', 'topic.grantPublish(cloudWatch);', ''],
    ['a topic that takes nothing in the clear', 'enforceSSL: true', 'enforceSSL: false'],
    ['an encrypted topic', 'masterKey: key, ', ''],
    ['alarms of this account alone', "conditions: { StringEquals: { 'aws:SourceAccount': account } },", ''],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'alarms.ts', from, to })),
  ...[
    [
      'the verification scans Rankings alone',
      "useTable(data.records, 'RECORDS_TABLE', 'read')",
      "useTable(data.records, 'RECORDS_TABLE', 'scan')",
    ],
    ['every night', "every(this, Duration.days(1), 'nightly', verify);", ''],
    ['drift is heard of', "alarms.raise(this, 'RankingsDiffer', {", 'void ({'],
    ['what is overdue is heard of', "alarms.raise(this, 'ReleasesOverdue', {", 'void ({'],
    ['a night without verification is heard of', "alarms.raiseSilence(this, 'NotVerified', {", 'void ({'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'nightly-verify.ts', from, to })),
  ...[
    ['functions that break off are heard of', "alarms.raise(called, 'Errors', {", 'void ({'],
    ['functions that are throttled are heard of', "alarms.raise(called, 'Throttles', {", 'void ({'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'watch-functions.ts', from, to })),
  ...[
    ['what is given up is heard of', "alarms.raise(this, 'RecordsGivenUp', {", 'void ({'],
    ['a ranking that lags is heard of', "alarms.raise(this, 'Lag', {", 'void ({'],
    ['coverage that shrank is heard of', "alarms.raise(this, 'CoverageShrank', {", 'void ({'],
    ['degraded rankings are heard of', "alarms.raise(this, 'Degraded', {", 'void ({'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'ranking-pipeline.ts', from, to })),
  {
    what: 'the failure bucket tells what comes',
    file: 'data-stack.ts',
    from: 'tellEventBridge(this.failures);',
    to: '',
  },
  {
    what: 'errors of the API are heard of',
    file: 'public-api.ts',
    from: "alarms.raise(this, 'ServerErrors', {",
    to: 'void ({',
  },
  {
    what: 'the failure bucket is written under a prefix',
    file: 'failure-destination.ts',
    from: "arnForObjects('aws/lambda/*')",
    to: "arnForObjects('*')",
  },
  { what: 'a long secret', file: 'origin-secret.ts', from: 'passwordLength: 48', to: 'passwordLength: 8' },
];
