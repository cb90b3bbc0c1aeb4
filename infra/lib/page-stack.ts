import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
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
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { builtPage } from './built-page.ts';

/** Paths of the distribution that the HTTP API answers; all others are the page's. */
const API_PATHS = ['/v1/*', '/docs', '/docs/*', '/healthz'] as const;

/** Every address of the page is answered by one document, which reads the address; only files are files. */
const PAGE_ADDRESS = `function handler(event) {
  var request = event.request;
  if (!/^\\/(assets\\/|favicon\\.svg$)/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

/** The page runs its own files only; a drawing becomes a picture by way of `data:`, with its typeface in it. */
const CONTENT_SECURITY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The dashboard and the API under one address: a distribution with the page's bucket and the HTTP API behind it. */
export class PageStack extends Stack {
  constructor(scope: Construct, id: string, { apiEndpoint, ...props }: StackProps & { apiEndpoint: string }) {
    super(scope, id, props);
    const bucket = new Bucket(this, 'Files', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
    });
    const api = this.behindApi(apiEndpoint);
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Chỉ Số',
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The class without which no edge is near Việt Nam.
      priceClass: PriceClass.PRICE_CLASS_200,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.pageHeaders(),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pageAddress() }],
      },
      additionalBehaviors: Object.fromEntries(API_PATHS.map((path) => [path, api])),
    });
    this.deployInto(bucket);
    new CfnOutput(this, 'PageUrl', { value: `https://${distribution.distributionDomainName}` });
  }

  /** What goes to the API: everything that it negotiates by is in the key, and how long to keep an answer it says itself. */
  private behindApi(apiEndpoint: string): BehaviorOptions {
    return {
      origin: new HttpOrigin(Fn.parseDomainName(apiEndpoint)),
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

  private pageHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      },
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
  }
}
