/** A route key taken apart: `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
export interface RoutePattern {
  readonly key: string;
  /** `ANY` for every method. */
  readonly method: string;
  /** Undefined for `$default`. */
  readonly segments: readonly string[] | undefined;
}

/** A route that fits a request, with its decoded path parameters. */
export interface RouteMatch<T> {
  readonly route: T;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Takes a route key apart. */
export function parseRouteKey(key: string): RoutePattern {
  if (key === '$default') return { key, method: 'ANY', segments: undefined };
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(key) ?? [];
  if (method === undefined || path === undefined) throw new Error(`${key} is not a route key of an HTTP API`);
  return { key, method, segments: path.slice(1).split('/') };
}

/**
 * Chooses as API Gateway documents it: a full match before one with a greedy path variable, `$default` last; among
 * several, the one that is specific earlier in the path; then the method before `ANY`. A route whose method does not
 * fit is no match at all, so there is no 405.
 */
export function chooseRoute<T extends { readonly pattern: RoutePattern }>(
  routes: readonly T[],
  method: string,
  rawPath: string,
): RouteMatch<T> | undefined {
  const path = rawPath.slice(1).split('/');
  const matches = routes.flatMap((route) => {
    const { method: wanted, segments } = route.pattern;
    if (wanted !== 'ANY' && wanted !== method) return [];
    const pathParameters = segments === undefined ? {} : matchPath(segments, path);
    return pathParameters === undefined ? [] : [{ route, pathParameters }];
  });
  return matches.sort((a, b) => bySpecificity(a.route.pattern, b.route.pattern))[0];
}

const variableOf = (segment: string) => /^\{(.+?)(\+?)\}$/.exec(segment);
const isGreedy = (segment: string | undefined) => segment?.endsWith('+}') ?? false;

function matchPath(segments: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  const greedy = isGreedy(segments.at(-1));
  if (greedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  for (const [index, segment] of segments.entries()) {
    const variable = variableOf(segment);
    const given = variable?.[2] === '+' ? path.slice(index).join('/') : (path[index] ?? '');
    if (variable === null) {
      if (segment !== given && segment !== decode(given)) return undefined;
    } else {
      if (given === '') return undefined;
      parameters[variable[1] ?? ''] = decode(given);
    }
  }
  return parameters;
}

/** 0 literal, 1 variable, 2 greedy variable. */
const rank = (segment: string | undefined) => {
  const variable = segment === undefined ? null : variableOf(segment);
  return variable === null ? 0 : variable[2] === '+' ? 2 : 1;
};

function bySpecificity(a: RoutePattern, b: RoutePattern): number {
  const group = (pattern: RoutePattern) =>
    pattern.segments === undefined ? 2 : isGreedy(pattern.segments.at(-1)) ? 1 : 0;
  if (group(a) !== group(b)) return group(a) - group(b);
  const [left, right] = [a.segments ?? [], b.segments ?? []];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = rank(left[index]) - rank(right[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/** Percent-decodes; what is not an encoding stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
