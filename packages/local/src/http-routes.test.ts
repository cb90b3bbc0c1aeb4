import { describe, expect, it } from 'vitest';
import { chooseRoute, parseRouteKey } from './http-routes.ts';

const choose = (keys: string[], method: string, path: string) => {
  const match = chooseRoute(
    keys.map((key) => ({ pattern: parseRouteKey(key) })),
    method,
    path,
  );
  return match && { key: match.route.pattern.key, parameters: match.pathParameters };
};
const key = (keys: string[], method: string, path: string) => choose(keys, method, path)?.key;

describe('the choice of a route', () => {
  // The example of API Gateway's own documentation.
  const pets = [
    '$default',
    'ANY /{proxy+}',
    'GET /pets/{proxy+}',
    'GET /pets/{id}',
    'GET /pets/dog/1',
    'GET /pets/dog/{id}',
  ];

  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1'],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}'],
    ['GET', '/pets/5', 'GET /pets/{id}'],
    ['POST', '/test/5', 'ANY /{proxy+}'],
    ['POST', '/pets/5', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ])('%s %s goes to %s, whatever the order of the routes', (method, path, expected) => {
    expect(key(pets, method, path)).toBe(expected);
    expect(key(pets.toReversed(), method, path)).toBe(expected);
  });

  it('prefers the method to ANY on the same path, and a more specific path to the method', () => {
    expect(key(['ANY /a', 'GET /a'], 'GET', '/a')).toBe('GET /a');
    expect(key(['ANY /a', 'GET /a'], 'PUT', '/a')).toBe('ANY /a');
    expect(key(['ANY /a/b', 'GET /a/{x}'], 'GET', '/a/b')).toBe('ANY /a/b');
  });

  it('finds nothing for another method, a HEAD of a GET or a slash too many', () => {
    expect(key(['GET /a'], 'POST', '/a')).toBeUndefined();
    expect(key(['GET /a'], 'HEAD', '/a')).toBeUndefined();
    expect(key(['GET /a'], 'OPTIONS', '/a')).toBeUndefined();
    expect(key(['GET /a'], 'GET', '/a/')).toBeUndefined();
    expect(key(['GET /a/{x}'], 'GET', '/a/')).toBeUndefined();
    expect(key(['GET /a'], 'GET', '/a/b')).toBeUndefined();
  });

  it('gives to $default what no other route takes, whatever the method, and a HEAD to its own route', () => {
    const routes = ['$default', 'GET /a/{x}', 'HEAD /a/{x}', 'PUT /a/{x}'];

    expect(key(routes, 'HEAD', '/a/b')).toBe('HEAD /a/{x}');
    expect(key(routes, 'GET', '/a/b')).toBe('GET /a/{x}');
    for (const [method, path] of [
      ['POST', '/a/b'],
      ['OPTIONS', '/a/b'],
      ['GET', '/a/'],
      ['GET', '/a/b/c'],
      ['HEAD', '/'],
    ] as const) {
      expect([method, path, choose(routes, method, path)]).toEqual([method, path, { key: '$default', parameters: {} }]);
    }
  });

  it('decodes path parameters one by one, the greedy one as a whole', () => {
    expect(choose(['GET /units/{unit}/{x}'], 'GET', '/units/Hu%E1%BA%BF/a%2Fb')?.parameters).toEqual({
      unit: 'Huế',
      x: 'a/b',
    });
    expect(choose(['GET /f/{path+}'], 'GET', '/f/a%20b/c')?.parameters).toEqual({ path: 'a b/c' });
    expect(choose(['GET /f/{x}'], 'GET', '/f/100%')?.parameters).toEqual({ x: '100%' });
  });

  it('takes a dot and a suffix as part of a segment', () => {
    expect(choose(['GET /rankings/{period}', 'GET /rankings/latest.csv'], 'GET', '/rankings/2019.csv')).toEqual({
      key: 'GET /rankings/{period}',
      parameters: { period: '2019.csv' },
    });
  });
});
