import { describe, expect, it } from 'vitest';
import { methodsAt, nearestPath } from './route-match.ts';

describe('a path without a route', () => {
  it.each([
    ['/v1/rankins/pci/2019', '/v1/rankings/pci/2019'],
    ['/rankings/pci/2019', '/v1/rankings/pci/2019'],
    ['/v1/Rankings/pci/2019', '/v1/rankings/pci/2019'],
    ['/v1/indices/', '/v1/indices'],
    ['/v1//series', '/v1/series'],
    ['/v1/index', '/v1/indices'],
    ['/health', '/healthz'],
    ['/v1/rankngs/a%2Fb/20%22', '/v1/rankings/a%252Fb/20%2522'],
  ])('%s is nearest to %s', (path, near) => {
    expect(nearestPath(path)).toBe(near);
  });

  it.each(['/', '/favicon.ico', '/v1', '/wp-admin/setup.php', `/${'x/'.repeat(5000)}`])(
    '%.30s is like none',
    (path) => {
      expect(nearestPath(path)).toBeUndefined();
    },
  );
});

describe('the methods of a path', () => {
  it.each([
    ['/v1/indices', ['GET', 'HEAD']],
    ['/v1/indices/pci', ['GET', 'HEAD', 'PUT']],
    ['/v1/releases/pci/2019/withdraw', ['POST']],
    ['/v1/releases/pci/2019/embargo', ['DELETE']],
    ['/v1/indices/', []],
    ['/v1/nothing', []],
  ])('%s are %j', (path, methods) => {
    expect(methodsAt(path)).toEqual(methods);
  });
});
