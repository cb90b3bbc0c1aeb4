import { ORIGIN_SECRET_HEADER } from '@chi-so/contract/headers';
import { CfnOutput, DefaultStackSynthesizer, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { builtPage } from './built-page.ts';
import { ACCESS_LOGS_KEPT } from './data-stack.ts';
import { sentOriginSecret } from './origin-secret.ts';
import type { Stage } from './stage.ts';
import { WebAcl } from './web-acl.ts';

/** Paths of the distribution that the HTTP API answers; all others are the page's. */
const API_PATHS = ['/v1/*', '/docs', '/docs/*', '/healthz'] as const;

/** Every address of the page is answered by one document, which reads the address; only files are files. */
const PAGE_ADDRESS = `function handler(event) {
  var request = event.request;
  if (!/^\\/(assets\\/|favicon\\.svg$)/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** The page runs its own files only, and asks its own address and what is named; a drawing becomes a picture by way of `data:`, with its typeface in it. */
const contentSecurity = (asked: readonly string[]) =>
  [
    "default-src 'self'",
    `connect-src ${["'self'", ...asked].join(' ')}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const STRICT_TRANSPORT = { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true };

const PRIVATELY = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
};

/** `asked`: addresses that the page asks besides its own: where large files are put, and where people sign in. */
type PageStackProps = StackProps & { stage: Stage; apiEndpoint: string; asked: readonly string[] };

/** The dashboard and the API under one address: a distribution with the page's bucket and the HTTP API behind it. */
export class PageStack extends Stack {
  constructor(scope: Construct, id: string, { stage, apiEndpoint, asked, ...props }: PageStackProps) {
    super(scope, id, props);
    const accessLogs = this.accessLogs();
    const bucket = new Bucket(this, 'Files', {
      ...PRIVATELY,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'files/',
    });
    const api = this.behindApi(apiEndpoint, stage);
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Chỉ Số',
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The class without which no edge is near Việt Nam.
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.pageHeaders(asked),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pageAddress() }],
      },
      webAclId: new WebAcl(this, 'WebAcl', stage).arn,
      logBucket: accessLogs,
      logFilePrefix: 'distribution/',
      ...(stage.domain ? this.underName(stage.domain) : {}),
      additionalBehaviors: Object.fromEntries(API_PATHS.map((path) => [path, api])),
    });
    acknowledge(distribution, 'CFR1', 'Official figures are for readers wherever they are');
    if (!stage.domain)
      acknowledge(distribution, 'CFR4', "CloudFront's own name is served by CloudFront's own certificate");
    this.deployInto(bucket);
    new CfnOutput(this, 'PageUrl', { value: `https://${stage.domain?.name ?? distribution.distributionDomainName}` });
  }

  private underName({ name, certificateArn }: NonNullable<Stage['domain']>) {
    return {
      domainNames: [name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  /** Who asked for what, of the distribution and of the bucket behind it. */
  private accessLogs(): Bucket {
    const bucket = new Bucket(this, 'AccessLogs', {
      ...PRIVATELY,
      // CloudFront writes its logs as an owner of its own.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: ACCESS_LOGS_KEPT }],
    });
    acknowledge(bucket, 'S1', 'Who reads the log of accesses is not logged in turn');
    return bucket;
  }

  /** What goes to the API: everything that it negotiates by is in the key, and how long to keep an answer it says itself. */
  private behindApi(apiEndpoint: string, stage: Stage): BehaviorOptions {
    return {
      origin: new HttpOrigin(Fn.parseDomainName(apiEndpoint), {
        customHeaders: { [ORIGIN_SECRET_HEADER]: sentOriginSecret(stage) },
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        // The longest answer takes 29 s; who cannot be reached at all is not waited for so long.
        readTimeout: Duration.seconds(30),
        connectionTimeout: Duration.seconds(3),
        connectionAttempts: 2,
      }),
      responseHeadersPolicy: this.apiHeaders(),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: new CachePolicy(this, 'AnswersOfTheApi', {
        queryStringBehavior: CacheQueryStringBehavior.all(),
        headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language', 'Authorization', 'Origin'),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingGzip: true,
        enableAcceptEncodingBrotli: true,
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
      }),
      // The gateway knows itself by its own host name only.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  private pageHeaders(asked: readonly string[]): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurity(asked), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: STRICT_TRANSPORT,
      },
    });
  }

  private apiHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'ApiHeaders', {
      securityHeadersBehavior: { contentTypeOptions: { override: true }, strictTransportSecurity: STRICT_TRANSPORT },
    });
  }

  private pageAddress(): EdgeFunction {
    return new EdgeFunction(this, 'PageAddress', {
      code: FunctionCode.fromInline(PAGE_ADDRESS),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  /** Files whose name says what is in them first, and for good; then the document that names them, asked for each time. */
  private deployInto(destinationBucket: Bucket): void {
    const sources = [builtPage()];
    const assets = new BucketDeployment(this, 'Assets', {
      sources,
      destinationBucket,
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      // A page that is open still loads the rest of the version that it is.
      prune: false,
    });
    const documents = new BucketDeployment(this, 'Documents', {
      sources,
      destinationBucket,
      exclude: ['assets/*'],
      cacheControl: [CacheControl.noCache()],
    });
    documents.node.addDependency(assets);
    this.acknowledgeDeployer(destinationBucket);
  }

  /** The function that copies files into the bucket is the library's own, with its role and its runtime. */
  private acknowledgeDeployer(files: Bucket): void {
    const reason =
      'Of the library: it copies the files of the page from the bucket of deployments to the bucket of the page';
    acknowledge(this, 'L1', reason);
    acknowledge(
      this,
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason,
    );
    for (const action of ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*']) {
      acknowledge(this, `IAM5[Action::${action}]`, reason);
    }
    acknowledgeWildcard(this, files.arnForObjects('*'), reason);
    const deployed = `arn:${this.partition}:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${this.account}-${this.region}/*`;
    acknowledgeWildcard(this, deployed, reason);
  }
}
