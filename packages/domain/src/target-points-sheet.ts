import { TOTAL } from './identity.ts';
import { type CostedRow, type PointsLost, pointsByOffice, sizeOf } from './target-points.ts';
import { FIELD_WORDS } from './target-words.ts';
import type { TemplateCell, TemplateSheet } from './template.ts';

/** Beside a plan in its workbook, what the components have lost and whose they are: to look at, not to send back. */

export type NamedCost = CostedRow & { component_name: string; points_lost_weights: PointsLost['weights'] | null };

/** By office, most points first within each index; no sheet where no row is about a component. */
export const pointsSheet = (rows: readonly NamedCost[]): TemplateSheet[] => {
  const lines = pointsByOffice(rows).flatMap((of) => {
    const own = rows.filter(
      (row) =>
        row.component !== TOTAL &&
        row.office === of.office &&
        row.index === of.index &&
        row.edition === of.edition &&
        row.actual_period === of.period,
    );
    const once = [...new Map(own.map((row) => [row.component, row])).values()];
    return once
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .map((row) => [
        ...[cell(of.office, 'name'), cell(of.index, 'id'), cell(of.edition, 'id'), cell(of.period, 'id')],
        cell(of.points_lost, 'computed'),
        ...[cell(row.component, 'id'), cell(row.component_name, 'name'), cell(row.points_lost, 'computed')],
        cell(row.points_lost_weights && WEIGHTS[row.points_lost_weights], 'name'),
      ]);
  });
  if (lines.length === 0) return [];
  return [
    {
      name: 'Điểm đánh mất',
      rows: [HEADS.map((head) => cell(head, 'head')), ...HINTS.map((hint) => [cell(hint, 'hint')]), ...lines],
      widths: [30, 12, 12, 10, 20, 20, 44, 20, 16],
      frozen: { rows: 1, columns: 1 },
    },
  ];
};

const HEADS = [
  ...[FIELD_WORDS.office.vi, FIELD_WORDS.index.vi, FIELD_WORDS.edition.vi, 'Kỳ', 'Điểm đánh mất của cơ quan'],
  ...[FIELD_WORDS.component.vi, 'Chỉ số thành phần', 'Điểm đánh mất', 'Trọng số'],
];

const HINTS = [
  'Tính bằng điểm của tổng điểm: hệ số × (điểm tốt nhất − điểm đã công bố). Ô trống là chưa biết, không có nghĩa là bằng không.',
  'Trang này chỉ để xem, không được đọc khi gửi lại tệp.',
];

const WEIGHTS: Record<PointsLost['weights'], string> = { confirmed: 'đã xác nhận', derived: 'suy ra' };

const cell = (value: TemplateCell['value'], style: TemplateCell['style']): TemplateCell => ({ value, style });
