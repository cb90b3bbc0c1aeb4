import { PROBLEMS, type ProblemCode } from '../problem-codes.ts';
import { GatewayError, ProblemSchema } from './problem-schemas.ts';
import { content } from './rendered.ts';

/** What any route may answer, whatever is asked of it. */
const EVERYWHERE = [
  ...(['unknown-parameter', 'invalid-parameter', 'invalid-request', 'not-acceptable'] as const),
  ...(['answer-too-large', 'internal', 'busy'] as const),
] as const satisfies readonly ProblemCode[];

/** Statuses that the gateway answers too, in a shape of its own. */
const OF_GATEWAY: readonly number[] = [403, 413, 500, 503];

const gateways = content({ 'application/json': GatewayError });

const answer = (status: number, codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `[\`${code}\`](/docs/problems#${code}): ${PROBLEMS[code].en}`).join('  \n'),
  content: {
    ...content({ 'application/problem+json': ProblemSchema }),
    ...(OF_GATEWAY.includes(status) ? gateways : {}),
  },
});

const byStatus = (codes: readonly ProblemCode[]) => [...Map.groupBy(codes, (code) => PROBLEMS[code].status)];

/** Answers that are the same wherever they are given. */
export const COMMON_RESPONSES = {
  401: { description: 'No token, or one that is not valid here (the gateway answers)', content: gateways },
  403: { description: 'The token has none of the scopes (the gateway answers)', content: gateways },
  429: { description: 'Too many requests (the gateway answers)', content: gateways },
  431: { description: 'Request line and headers are too long (the gateway answers, in a form of its own)' },
  ...Object.fromEntries(byStatus(EVERYWHERE).map(([status, codes]) => [status, answer(status, codes)])),
};

const common = (status: number) => ({ $ref: `#/components/responses/${status}` });

/** Errors of a route by status, each with its codes; and those of the gateway before it. */
export const errorAnswers = (own: readonly ProblemCode[], needsToken: boolean) => ({
  ...(needsToken ? { 401: common(401), 403: common(403) } : {}),
  429: common(429),
  431: common(431),
  ...Object.fromEntries(
    byStatus([...new Set<ProblemCode>([...EVERYWHERE, ...own])]).map(([status, codes]) => [
      status,
      codes.some((code) => own.includes(code)) ? answer(status, codes) : common(status),
    ]),
  ),
});
