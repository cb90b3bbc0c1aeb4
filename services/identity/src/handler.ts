import { type Asking, accessTokenOf } from './granted.ts';

/** Before the pool makes a token: what its bearer may do, and for whom. Where this fails, there is no token. */
export const handler = async <E extends Asking>(event: E) => ({
  ...event,
  response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: accessTokenOf(event) } },
});
