/**
 * Measures of Decree 30/2020/NĐ-CP, annex I, part I: A4; margins 20–25 mm above and below, 30–35 mm left, 15–20 mm right;
 * Times New Roman; 13–14 pt for what is said, 11–13 for what stands around it.
 */

/** Twentieths of a point, the unit of a page. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export const PAGE = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) },
} as const;

/** Between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;

/** First lines begin 1.27 cm to the right. */
export const INDENT = mm(12.7);

export const FONT = 'Times New Roman';

/** Half points. */
export const SIZE = {
  body: 28,
  title: 28,
  letterhead: 24,
  motto: 26,
  number: 26,
  table: 26,
  note: 24,
  list: 22,
} as const;
