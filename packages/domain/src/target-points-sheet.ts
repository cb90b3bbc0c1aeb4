import { TOTAL } from './identity.ts';
import { type CostedRow, type PointsLost, pointsByOffice, sizeOf } from './target-points.ts';
import { FIELD_WORDS } from './target-words.ts';
import type { TemplateCell, TemplateSheet } from './template.ts';

/** Beside a plan in its workbook, what the components have lost and whose they are: to look at, not to send back. */

export type NamedCost = CostedRow & { component_name: string; points_lost_weights: PointsLost['weights'] | null };

/** By office, most points first within each index; no sheet where no row is about a component. `degraded`: what could not be read. */
export const pointsSheet = (rows: readonly NamedCost[], degraded: string | null): TemplateSheet[] => {
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
      .map((row, i) => [
        // The sum stands once: a column that is added up would count it for each of its components.
        ...[cell(of.office, 'name'), cell(of.index, 'id'), cell(of.edition, 'id'), cell(of.period, 'id')],
        cell(i === 0 ? of.points_lost : null, 'computed'),
        ...[cell(row.component, 'id'), cell(row.component_name, 'name'), cell(row.points_lost, 'computed')],
        cell(row.points_lost_weights && WEIGHTS[row.points_lost_weights], 'name'),
      ]);
  });
  if (lines.length === 0) return [];
  return [
    {
      name: 'Điểm mất',
      rows: [
        HEADS.map((head) => cell(head, 'head')),
        ...[...HINTS, ...(degraded === null ? [] : [`${DEGRADED}: ${degraded}`])].map((hint) => [cell(hint, 'hint')]),
        ...lines,
      ],
      widths: [30, 12, 12, 10, 20, 20, 44, 20, 16],
      frozen: { rows: 1, columns: 1 },
    },
  ];
};

const HEADS = [
  ...[FIELD_WORDS.office.vi, FIELD_WORDS.index.vi, FIELD_WORDS.edition.vi, 'Kỳ', 'Điểm mất của cơ quan'],
  ...[FIELD_WORDS.component.vi, 'Chỉ số thành phần', 'Điểm mất', 'Trọng số'],
];

const HINTS = [
  'Tính bằng điểm của tổng điểm: hệ số × phần điểm đã công bố còn thiếu so với điểm tốt nhất. Ô trống là chưa biết, không có nghĩa là bằng không.',
  'Trang này chỉ để xem, không được đọc khi gửi lại tệp.',
];

const DEGRADED = 'Không đọc được đầy đủ bảng xếp hạng đã công bố nên trang này có thể thiếu';

const WEIGHTS: Record<PointsLost['weights'], string> = { confirmed: 'đã xác nhận', derived: 'suy ra' };

const cell = (value: TemplateCell['value'], style: TemplateCell['style']): TemplateCell => ({ value, style });
