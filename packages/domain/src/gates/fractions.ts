import { type Finding, finding } from '../finding.ts';
import { columnsOf, scoredRows } from './columns.ts';
import type { GateContext } from './context.ts';
import { namesIn } from './names.ts';

/** Fewer scores than this may all be low by chance. */
const FEWEST = 5;

/**
 * A column that lies between 0 and 1 on a scale that ends at 10 or more was printed as percentages or shares and saved as
 * fractions: 93% as 0.93 (derived rule). One error for the column; nothing is multiplied.
 */
export const fractions = (context: GateContext): Finding[] => {
  const { component: nameOf } = namesIn(context);
  const maxima = new Map(context.methodology.components.map(({ component, maximum }) => [component, maximum]));
  return [...columnsOf(context.file)].flatMap(([component, column]) => {
    const rows = scoredRows(column);
    const maximum = maxima.get(component) ?? null;
    const isFraction = rows.every(({ score }) => score >= 0 && score <= 1) && rows.some(({ score }) => score > 0);
    if (maximum === null || maximum < 10 || rows.length < FEWEST || !isFraction) return [];
    const of = nameOf(component);
    return [
      finding(
        'error',
        'fractions',
        { column: component, value: rows.length },
        `${of.vi}: cả ${rows.length} điểm đều từ 0 đến 1 trên thang ${maximum}; có lẽ là phần trăm lưu thành số thập phân`,
        `${of.en}: all ${rows.length} scores lie between 0 and 1 on a scale of ${maximum}; they look like percentages saved as fractions`,
      ),
    ];
  });
};
