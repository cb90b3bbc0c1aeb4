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
    [
      'versions of exports',
      "versioned: true,\n      serverAccessLogsPrefix: 'exports/'",
      "versioned: false,\n      serverAccessLogsPrefix: 'exports/'",
    ],
    ['a log of who reached for exports', "serverAccessLogsPrefix: 'exports/'", "serverAccessLogsPrefix: 'e/'"],
    ['exports end', 'expiration: Duration.days(stage.exportsKeptDays),', ''],
    [
      'exports move to cheaper storage',
      'transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }],',
      '',
    ],
    ['deleted exports end', 'noncurrentVersionExpiration: ACCESS_LOGS_KEPT,', ''],
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
    [
      'a reason for every wildcard',
      "acknowledgeWildcard(Stack.of(this), `${called.functionArn}:*`, 'A schedule calls one function, in any version');",
      '',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'release-writers.ts', from, to })),
  ...[
    ['the export only scans', "'RECORDS_TABLE', 'scan'", "'RECORDS_TABLE', 'read-write'"],
    ['the export only writes exports', "{ write: ['records'] }", "{ read: ['records'], write: ['records'] }"],
    ['a failed export is kept', 'onFailure: new FailureDestination(failures),', ''],
    ['a failed export is tried again', 'retryAttempts: 2,', 'retryAttempts: 0,'],
    ['the export begins at night', "hour: '1'", "hour: '10'"],
    ['night in Vietnam', 'timeZone: TimeZone.ASIA_HO_CHI_MINH', 'timeZone: TimeZone.ETC_UTC'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'scheduled-export.ts', from, to })),
  {
    what: 'the failure bucket is written under a prefix',
    file: 'failure-destination.ts',
    from: "arnForObjects('aws/lambda/*')",
    to: "arnForObjects('*')",
  },
  { what: 'a long secret', file: 'origin-secret.ts', from: 'passwordLength: 48', to: 'passwordLength: 8' },
];
