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
    [
      'a reason for every wildcard',
      "acknowledgeWildcard(Stack.of(this), `${called.functionArn}:*`, 'A schedule calls one function, in any version');",
      '',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'release-writers.ts', from, to })),
  ...[
    ['users are retained', 'removalPolicy: RemovalPolicy.RETAIN', 'removalPolicy: RemovalPolicy.DESTROY'],
    ['deletion protection of users', 'deletionProtection: true', 'deletionProtection: false'],
    ['another logical id would be an empty pool', "new UserPool(this, 'Pool'", "new UserPool(this, 'People'"],
    ['nobody makes an account by themselves', 'selfSignUpEnabled: false', 'selfSignUpEnabled: true'],
    ['a second factor for all', 'mfa: Mfa.REQUIRED', 'mfa: Mfa.OPTIONAL'],
    ['no second factor by telephone', 'sms: false', 'sms: true'],
    ['long passwords', 'minLength: 12', 'minLength: 8'],
    ['tokens of programs are said by the function, too', 'LambdaVersion.V3_0', 'LambdaVersion.V2_0'],
    ['threat protection where the stage says so', 'threatProtection ? FeaturePlan.PLUS : FeaturePlan', 'FeaturePlan'],
    ['every group', 'Object.entries(GROUPS)', 'Object.entries(GROUPS).slice(1)'],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'user-pool.ts', from, to })),
  ...[
    ['no secret in a browser', 'generateSecret: false', 'generateSecret: true'],
    ['a code, and no token in an address', 'authorizationCodeGrant: true', 'implicitCodeGrant: true'],
    ['no password past the sign-in', 'authFlows: { userSrp: false }', 'authFlows: { userPassword: true }'],
    [
      'no scope of ours for the asking',
      'scopes: [OAuthScope.OPENID]',
      'scopes: [OAuthScope.OPENID, OAuthScope.COGNITO_ADMIN]',
    ],
    ['sent back to the sign-in alone', 'callbackUrls: [', "callbackUrls: ['https://example.vn', "],
    [
      'nobody writes their own units',
      'withStandardAttributes({ fullname: true })',
      "withCustomAttributes('unit_sets')",
    ],
    ['tokens end', 'accessTokenValidity: Duration.hours(4)', 'accessTokenValidity: Duration.hours(24)'],
    ['programs prove themselves', 'generateSecret: true', 'generateSecret: false'],
    ['programs by their credentials', 'flows: { clientCredentials: true }', 'flows: { authorizationCodeGrant: true }'],
    ['programs have their own scopes', 'scopes: [...one.scopes.map(scopes)', 'scopes: [...SCOPES.map(scopes)'],
    [
      'programs have their own units',
      '...one.unit_sets.map(unitSets)',
      '...machineClients.flatMap((all) => all.unit_sets).map(unitSets)',
    ],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'app-clients.ts', from, to })),
  ...[
    ['termination protection of users', 'terminationProtection: true', 'terminationProtection: false'],
    ['sent back nowhere until the page is known', "'https://page.invalid'", "'https://localhost'"],
  ].map(([what = '', from = '', to = '']) => ({ what, file: 'identity-stack.ts', from, to })),
  {
    what: 'tokens for the clients of the stage alone',
    file: 'public-api.ts',
    from: 'jwtAudience: [...tokens.audiences]',
    to: "jwtAudience: ['any']",
  },
  {
    what: 'the failure bucket is written under a prefix',
    file: 'failure-destination.ts',
    from: "arnForObjects('aws/lambda/*')",
    to: "arnForObjects('*')",
  },
  { what: 'a long secret', file: 'origin-secret.ts', from: 'passwordLength: 48', to: 'passwordLength: 8' },
];
