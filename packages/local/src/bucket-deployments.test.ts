import { describe, expect, it } from 'vitest';
import { fits } from './bucket-deployments.ts';

describe('a pattern of paths', () => {
  it.each([
    ['*', 'index.html', true],
    ['assets/*', 'assets/index-1a2b.js', true],
    ['assets/*', 'index.html', false],
    ['/v1/*', '/v1/rankings/pci/2019.csv', true],
    ['/v1/*', '/v1', false],
    ['/docs', '/docs', true],
    ['/docs', '/docs/problems', false],
    ['/a.b', '/aXb', false],
    ['/period-201?', '/period-2019', true],
  ])('%s and %s: %s', (pattern, path, fitting) => {
    expect(fits(pattern, path)).toBe(fitting);
  });
});
