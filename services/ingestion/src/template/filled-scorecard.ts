import { CRITERIA, type Target, type Value } from './template-fixtures.ts';

/** What 21 departments and nine districts fill in. Every figure was chosen so that the results can be made by hand. */

/** Areas 1 and 2 and two criteria of area 3 do not apply: 28 criteria of 2.5 are left, 70 points. */
const ofSeventy = (id: string): Value => (id < 'c3-3' ? 'không áp dụng' : id === 'c8-5' ? 2.14 : 2.24);

/** What each criterion of a department is worth: E1 96 points, E2 94, … E16 66; E17 66 too. */
const ofDepartment = (slug: string, id: string): Value => {
  if (slug === 'a') return 2.5;
  if (slug === 'b') return 2;
  if (slug === 'c') return ofSeventy(id);
  if (slug === 'd') return id === 'c5-5' ? '-' : 2.5;
  return Number((2.4 - 0.05 * (Math.min(16, Number(slug.slice(1))) - 1)).toFixed(2));
};

const SHARES: Record<string, number> = { x: 1, y: 0.5, z: 0.5, w1: 0.98, w2: 0.96, w3: 0.9, w4: 0.8, w5: 0.7, w6: 0.6 };
const ofDistrict = (slug: string, id: string): Value =>
  Number(((SHARES[slug] ?? 0) * (id === 'c8-1' ? 5 : 2.5)).toFixed(3));

const EXTRAS: Record<string, Record<string, number>> = {
  'TEST.so-a': { b1: 1.5, b2: 1 },
  'TEST.so-b': { p1: -3, p2: -4 },
};

const GRADES: Record<string, string> = {
  ...Object.fromEntries(['so-a', 'so-e1', 'so-e2', 'so-e3', 'so-e4'].map((slug) => [slug, 'Xuất sắc'])),
  'huyen-x': 'Xuất sắc',
};

export const fill = ({ unit, component, figure, stage }: Target): Value => {
  const [, slug = ''] = unit.split(/-(.*)/su);
  if (figure === 'grade_published') return GRADES[unit.slice('TEST.'.length)] ?? 'Tốt';
  if (figure === 'rank_published') return unit === 'TEST.so-c' ? 6 : null;
  if (stage === 'appraisal-2') return null;
  if (stage === 'appraisal-1') return unit === 'TEST.so-a' && component === 'c1-1' ? 2 : null;
  if (stage === 'self') return CRITERIA.includes(component) ? 2.5 : null;
  if (!CRITERIA.includes(component)) return EXTRAS[unit]?.[component] ?? null;
  return unit.includes('.so-') ? ofDepartment(slug, component) : ofDistrict(slug, component);
};

/** Made by hand: unit, points, points that apply, percentage, rank, grade. */
type Result = [
  unit: string,
  points: number | null,
  maximum: number,
  percent: number | null,
  rank: number | null,
  grade: string | null,
];

export const DEPARTMENT_RESULTS: Result[] = [
  ['so-a', 102, 100, 102, 1, 'Xuất sắc'],
  ['so-e1', 96, 100, 96, 2, 'Xuất sắc'],
  ['so-e2', 94, 100, 94, 3, 'Xuất sắc'],
  ['so-e3', 92, 100, 92, 4, 'Xuất sắc'],
  ['so-e4', 90, 100, 90, 5, 'Xuất sắc'],
  ['so-c', 62.62, 70, 89.4571428571, 6, 'Tốt'],
  ['so-e5', 88, 100, 88, 7, 'Tốt'],
  ['so-e6', 86, 100, 86, 8, 'Tốt'],
  ['so-e7', 84, 100, 84, 9, 'Tốt'],
  ['so-e8', 82, 100, 82, 10, 'Tốt'],
  ['so-e9', 80, 100, 80, 11, 'Tốt'],
  ['so-e10', 78, 100, 78, 12, 'Khá'],
  ['so-e11', 76, 100, 76, 13, 'Khá'],
  ['so-b', 75, 100, 75, 14, 'Khá'],
  ['so-e12', 74, 100, 74, 15, 'Khá'],
  ['so-e13', 72, 100, 72, 16, 'Khá'],
  ['so-e14', 70, 100, 70, 17, 'Khá'],
  ['so-e15', 68, 100, 68, 18, 'Khá'],
  ['so-e16', 66, 100, 66, 19, 'Khá'],
  ['so-e17', 66, 100, 66, 19, 'Khá'],
  ['so-d', null, 100, null, null, null],
];

export const DISTRICT_RESULTS: Result[] = [
  ['huyen-x', 100, 100, 100, 1, 'Xuất sắc'],
  ['huyen-w1', 98, 100, 98, 2, 'Xuất sắc'],
  ['huyen-w2', 96, 100, 96, 3, 'Xuất sắc'],
  ['huyen-w3', 90, 100, 90, 4, 'Tốt'],
  ['huyen-w4', 80, 100, 80, 5, 'Khá'],
  ['huyen-w5', 70, 100, 70, 6, 'Khá'],
  ['huyen-w6', 60, 100, 60, 7, 'Trung bình'],
  ['huyen-y', 50, 100, 50, 8, 'Trung bình'],
  ['huyen-z', 50, 100, 50, 8, 'Trung bình'],
];
