import { asNumber, isObject } from './json.ts';

/** Lets a request through, or not. */
export type Throttle = () => boolean;

/**
 * The stage's default throttling: a bucket of `ThrottlingBurstLimit` requests that fills by `ThrottlingRateLimit` a
 * second. Without settings there is none: the account's own (10,000 a second) is not emulated.
 */
export function createThrottle(settings: unknown, now: () => number = () => performance.now()): Throttle {
  if (!isObject(settings) || settings.ThrottlingRateLimit === undefined) return () => true;
  const rate = asNumber(settings.ThrottlingRateLimit, 0, 'ThrottlingRateLimit');
  const burst = asNumber(settings.ThrottlingBurstLimit, rate, 'ThrottlingBurstLimit');
  let [left, at] = [burst, now()];
  return () => {
    const time = now();
    left = Math.min(burst, left + ((time - at) / 1000) * rate);
    at = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
