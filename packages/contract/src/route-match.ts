import { editDistance } from '@chi-so/domain/name-match';
import { methodsOf, ROUTES } from './routes.ts';

/** Which routes a path could have meant, for whoever has found none. */

type Known = { methods: string[]; segments: string[] };

const KNOWN: Known[] = Object.keys(ROUTES).map((route) => ({
  methods: methodsOf(route),
  segments: segmentsOf(route.split(' ')[1] ?? ''),
}));

/** Every method that the path is served by, as for `allow`; empty where the path is not known. */
export const methodsAt = (path: string): string[] => {
  const segments = segmentsOf(path);
  const fitting = KNOWN.filter((known) => path.endsWith('/') === false && fits(known.segments, segments));
  return [...new Set(fitting.flatMap(({ methods }) => methods))].sort();
};

/** The nearest path that is served, with the caller's own ids in it; undefined where none is near. */
export const nearestPath = (path: string): string | undefined => {
  // Longer than any path is: not worth comparing.
  if (path.length > 200) return undefined;
  const typed = segmentsOf(path).filter((segment) => segment !== '');
  const spellings = typed[0] === 'v1' || typed.length === 0 ? [typed] : [typed, ['v1', ...typed]];
  const ranked = spellings.flatMap((segments) =>
    KNOWN.flatMap((known) => {
      const distance = distanceTo(known.segments, segments);
      return distance > MOST ? [] : [{ distance, segments: filled(known.segments, segments) }];
    }),
  );
  const [best] = ranked.sort((a, b) => a.distance - b.distance);
  return best && `/${best.segments.join('/')}`;
};

/** Letters that may be wrong in a path altogether. */
const MOST = 3;

function segmentsOf(path: string): string[] {
  return path.split('/').slice(1);
}

const isVariable = (segment: string): boolean => segment.startsWith('{');

const fits = (known: readonly string[], segments: readonly string[]): boolean =>
  known.length === segments.length &&
  known.every((segment, at) => (isVariable(segment) ? segments[at] !== '' : segment === segments[at]));

const distanceTo = (known: readonly string[], segments: readonly string[]): number => {
  if (known.length !== segments.length) return MOST + 1;
  return known.reduce((sum, segment, at) => {
    const given = (segments[at] ?? '').toLowerCase();
    if (isVariable(segment) || sum > MOST) return sum;
    return sum + (given === segment ? 0 : Math.min(editDistance(given, segment, MOST), MOST + 1));
  }, 0);
};

const filled = (known: readonly string[], segments: readonly string[]): string[] =>
  known.map((segment, at) => (isVariable(segment) ? encodeURIComponent(segments[at] ?? '') : segment));
