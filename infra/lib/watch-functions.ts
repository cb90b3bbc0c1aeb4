import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { ServiceFunction } from './service-function.ts';

/** Every function of a stack, in whichever construct. */
export const functionsOf = (scope: IConstruct): ServiceFunction[] =>
  scope.node.findAll().filter((found) => found instanceof ServiceFunction);

/** Alarms of every function, whatever it does: it broke off, or was not let run. */
export const watchFunctions = (functions: readonly ServiceFunction[], alarms: Alarms): void => {
  const period = Duration.minutes(5);
  for (const called of functions) {
    const name = called.node.id;
    alarms.raise(called, 'Errors', {
      metric: called.metricErrors({ period }),
      most: 0,
      // What broke off once and was called again with success wakes nobody.
      periods: [2, 3],
      impact: {
        vi: `Phần «${name}» của hệ thống bị ngắt giữa chừng nhiều lần: việc nó làm có thể chưa xong.`,
        en: `The part "${name}" keeps breaking off: what it does may not be done.`,
      },
      runbook: 'a-function-fails-or-is-throttled',
    });
    alarms.raise(called, 'Throttles', {
      metric: called.metricThrottles({ period }),
      most: 0,
      periods: [2, 3],
      impact: {
        vi: `Phần «${name}» nhận nhiều yêu cầu hơn mức được phép chạy: có người phải chờ hoặc bị từ chối.`,
        en: `The part "${name}" is asked for more than it may run: somebody waits, or is refused.`,
      },
      runbook: 'a-function-fails-or-is-throttled',
    });
  }
};

/** An alarm of what says what is in each token. It is of another stack, which knows nothing of alarms. */
export const watchSignIn = (scope: Construct, trigger: IFunction, alarms: Alarms): void =>
  alarms.raise(scope, 'SignInFails', {
    metric: trigger.metricErrors({ period: Duration.minutes(5) }),
    most: 0,
    periods: [2, 3],
    impact: {
      vi: 'Không ai đăng nhập được để nạp hay công bố số liệu; người xem không bị ảnh hưởng.',
      en: 'Nobody can sign in to put figures in or to publish them; readers notice nothing.',
    },
    runbook: 'nobody-can-sign-in',
  });
