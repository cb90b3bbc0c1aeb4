import { GROUPS, UNIT_SETS_ATTRIBUTE } from '@chi-so/contract/groups';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ServiceFunction } from './service-function.ts';
import type { Stage } from './stage.ts';

/** The people of a stage, made by its administrators alone, and what each of their groups may do. */
export class Users extends Construct {
  readonly pool: UserPool;
  /** Says what is in each token: without it there is none. */
  readonly trigger: ServiceFunction;

  constructor(scope: Construct, id: string, { threatProtection }: Pick<Stage, 'threatProtection'>) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      userInvitation: {
        emailSubject: 'Tài khoản Chỉ Số / Account of Chỉ Số',
        emailBody:
          'Tên đăng nhập: {username}<br>Mật khẩu tạm, dùng được 3 ngày: {####}<br><br>' +
          'User name: {username}<br>Temporary password, for 3 days: {####}',
      },
      userVerification: {
        emailSubject: 'Mã xác nhận Chỉ Số / Code of Chỉ Số',
        emailBody: 'Mã xác nhận: {####}<br>Code: {####}',
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      customAttributes: { [UNIT_SETS_ATTRIBUTE]: new StringAttribute({ mutable: true, maxLen: 2048 }) },
      // The least that lets the function below say what is in an access token.
      featurePlan: threatProtection ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      ...(threatProtection ? { standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION } : {}),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (!threatProtection) {
      acknowledge(this.pool, 'COG8', 'Threat protection is a choice of the stage, for its price; MFA is not');
    }
    this.trigger = new ServiceFunction(this, 'Tokens', {
      service: 'identity',
      memorySize: 256,
      // The pool waits no longer.
      timeout: Duration.seconds(5),
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, this.trigger, LambdaVersion.V3_0);
    for (const [groupName, scopes] of Object.entries(GROUPS)) {
      this.pool.addGroup(groupName, { groupName, description: scopes.join(' ') });
    }
  }
}
