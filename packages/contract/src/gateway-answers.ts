/**
 * What the gateway answers by itself, before any code of ours is reached: AWS gives these their shape, and an HTTP API
 * cannot change it. They are no problem documents: a client looks at the status. 404 is not among them, since a route of
 * ours takes whatever no other one fits.
 */
export const GATEWAY_ANSWERS = [
  { status: 401, message: 'Unauthorized', header: 'www-authenticate', when: 'a token is missing, expired or not ours' },
  {
    status: 403,
    message: 'Forbidden',
    header: 'www-authenticate',
    when: 'the token has none of the scopes of the route',
  },
  { status: 413, message: 'Request Entity Too Large', header: null, when: 'the body is larger than request_bytes' },
  { status: 429, message: 'Too Many Requests', header: null, when: 'more requests than the throttle lets through' },
  { status: 500, message: 'Internal Server Error', header: null, when: 'a function did not answer' },
  { status: 503, message: 'Service Unavailable', header: null, when: 'no answer within answer_seconds' },
] as const;
