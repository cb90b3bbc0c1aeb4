import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Grade } from './grade-cell.tsx';

const textOf = (grade: string | null, grade_published: string | null) =>
  renderToString(<Grade row={{ grade, grade_published }} areAllComputed={false} />)
    .replace(/<[^>]+>/g, ' ')
    .trim();

it('says of a grade that nobody printed that it is computed', () => {
  expect(textOf('Tốt', 'Tốt')).toBe('Tốt');
  expect(textOf('Tốt', null)).toBe('Tốt tính toán');
  expect(textOf('Khá', 'Tốt')).toMatch(/^Tốt\s+tính toán: Khá$/);
});
