import type { ComponentFacts } from '@chi-so/domain/sentences/component-sentence';
import { missingReason } from '@chi-so/domain/sentences/score-sentence';
import { type Lang, nameOf, written } from '@chi-so/domain/sentences/sentence';
import type { Block, Column } from './content.ts';
import type { UnitYears } from './unit-years.ts';

/** Tables of one unit: its periods, and its components beside median and leader. */

const column = (name: string, align: Column['align'], width: number): Column => ({ name, align, width });

/** A cell without a figure says so: it is not zero. */
const NONE = '–';
const number = (value: number | null, lang: Lang): string => (value === null ? NONE : written(value, lang));
const signed = (value: number | null, lang: Lang): string =>
  value !== null && value > 0 ? `+${written(value, lang)}` : number(value, lang);

export const yearsTable = ({ rows }: UnitYears, lang: Lang): Block => ({
  kind: 'table',
  columns:
    lang === 'vi'
      ? [
          column('Kỳ', 'center', 12),
          column('Điểm', 'right', 20),
          column('Thứ hạng công bố', 'center', 18),
          column('Thứ hạng tính toán', 'center', 18),
          column('Phương pháp', 'left', 24),
        ]
      : [
          column('Period', 'center', 12),
          column('Score', 'right', 20),
          column('Published rank', 'center', 18),
          column('Computed rank', 'center', 18),
          column('Methodology', 'left', 24),
        ],
  rows: rows.map(({ period, score, rank, rank_published, rank_of, methodology, reason, status }) => [
    period,
    score === null ? MISSING[missingReason({ reason, status })][lang] : written(score, lang),
    number(rank_published, lang),
    rank === null ? NONE : rank_of === null ? `${rank}` : `${rank}/${rank_of}`,
    methodology,
  ]),
});

const MISSING: Record<ReturnType<typeof missingReason>, Record<Lang, string>> = {
  withheld: { vi: 'không công bố', en: 'withheld' },
  'not-surveyed': { vi: 'không khảo sát', en: 'not surveyed' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  unknown: { vi: 'chưa có số liệu', en: 'not known' },
};

export const componentsTable = (components: readonly ComponentFacts[], lang: Lang): Block => ({
  kind: 'table',
  columns:
    lang === 'vi'
      ? [
          column('Chỉ số thành phần', 'left', 26),
          column('Điểm', 'right', 13),
          column('Trung vị (tính toán)', 'right', 14),
          column('So với trung vị', 'right', 14),
          column('Đơn vị đứng đầu (tính toán)', 'left', 16),
          column('Điểm đứng đầu', 'right', 13),
          column('So với đứng đầu', 'right', 14),
        ]
      : [
          column('Component', 'left', 26),
          column('Score', 'right', 13),
          column('Median (computed)', 'right', 14),
          column('Against the median', 'right', 14),
          column('First unit (computed)', 'left', 16),
          column('Score of the first', 'right', 13),
          column('Against the first', 'right', 14),
        ],
  rows: components.map(({ component, unit, median, leaders, to_median, to_leader }) => [
    nameOf(component, lang),
    unit.score === null ? MISSING[missingReason(unit)][lang] : written(unit.score, lang),
    number(median, lang),
    signed(to_median, lang),
    leaders.map((leader) => nameOf(leader, lang)).join(', ') || NONE,
    number(leaders[0]?.score ?? null, lang),
    signed(to_leader, lang),
  ]),
});
