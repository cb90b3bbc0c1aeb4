import { ANALYSIS_WORDS } from './column-words-analysis.ts';
import { FIGURE_WORDS } from './column-words-figures.ts';
import { ROBUSTNESS_WORDS } from './column-words-robustness.ts';
import { SERIES_WORDS } from './column-words-series.ts';
import { type ColumnWords, SUBJECT_WORDS } from './column-words-subjects.ts';
import { columnsOf, type FieldName, type Kind, type TableName } from './columns.ts';

/** What a column means, for those who read a file or the API's description. A name means the same in every table. */

const WORDS: Record<FieldName, ColumnWords> = {
  ...SUBJECT_WORDS,
  ...FIGURE_WORDS,
  ...ANALYSIS_WORDS,
  ...SERIES_WORDS,
  ...ROBUSTNESS_WORDS,
};

/** Names that tables use in different senses. */
const WORDS_OF: Partial<Record<TableName, Partial<Record<FieldName, ColumnWords>>>> = {
  releases: {
    status: {
      vi: 'Trạng thái',
      en: 'Status',
      unit: null,
      says_vi: 'published: đang chính thức; withdrawn: đã thu hồi',
      says_en: 'published: official now; withdrawn: taken back',
    },
    kind: {
      vi: 'Loại nguồn',
      en: 'Kind of source',
      unit: null,
      says_vi:
        'publisher: cơ quan công bố; official: văn bản chính thức; province: tỉnh; press: báo chí; compilation: tập hợp',
      says_en: "publisher, official: a document of an authority; province: a province's own; press; compilation",
    },
  },
  robustness: {
    rank_simulated: {
      vi: 'Hạng khi không thay đổi gì',
      en: 'Rank with nothing drawn',
      unit: 'place',
      says_vi: 'Hạng giữa các đơn vị được mô phỏng khi không thay đổi gì; với weights là theo Σ trọng số × điểm',
      says_en: 'The rank among those simulated with nothing drawn; of weights, by Σ weight × score',
    },
  },
  series: {
    rank_simulated: {
      vi: 'Hạng mô phỏng',
      en: 'Simulated rank',
      unit: 'place',
      says_vi: 'Vị trí giữa các đơn vị của cơ sở, có cả điểm ước tính; không phải thứ hạng công bố',
      says_en: 'The place among the units of the basis, estimates among them; not a published rank',
    },
  },
  'what-if': {
    score_change: {
      vi: 'Thay đổi điểm',
      en: 'Score change',
      unit: 'point',
      says_vi: 'Điểm mô phỏng trừ điểm công bố',
      says_en: 'The simulated score minus the published one',
    },
  },
  movers: {
    score_change: {
      vi: 'Thay đổi điểm',
      en: 'Score change',
      unit: 'point',
      says_vi: 'Điểm trừ điểm của kỳ trước',
      says_en: 'The score minus that of the period before',
    },
    score_before: {
      vi: 'Điểm kỳ trước',
      en: 'Score before',
      unit: 'point',
      says_vi: 'Điểm của kỳ được so với',
      says_en: 'The score of the period that is compared with',
    },
    rank_before: {
      vi: 'Hạng kỳ trước',
      en: 'Rank before',
      unit: 'place',
      says_vi: 'Thứ hạng tính toán của kỳ được so với',
      says_en: 'The computed rank of the period that is compared with',
    },
  },
  peers: {
    difference: {
      vi: 'Chênh lệch',
      en: 'Difference',
      unit: 'point',
      says_vi: 'Điểm của dòng trừ điểm của đơn vị được so sánh',
      says_en: "The row's score minus that of the unit that is compared",
    },
  },
  changes: {
    reason: {
      vi: 'Lý do',
      en: 'Reason',
      unit: null,
      says_vi: 'Vì sao công bố, sửa hoặc thu hồi',
      says_en: 'Why it was published, corrected or withdrawn',
    },
  },
};

/** A column as `….metadata.json` describes it. */
export type ColumnMetadata = {
  name: string;
  name_vi: string;
  name_en: string;
  kind: Kind;
  unit: ColumnWords['unit'];
  nullable: boolean;
  description_vi: string;
  description_en: string;
};

/** What is said of a field of a table. */
export const wordsOf = (table: TableName, field: FieldName): ColumnWords => WORDS_OF[table]?.[field] ?? WORDS[field];

/** Every column of a table's files, in order. */
export const columnMetadata = (table: TableName): ColumnMetadata[] =>
  columnsOf(table).map(({ name, kind, nullable }) => {
    const isName = name === 'unit_name_vi' || name === 'unit_name_en';
    const { vi, en, unit, says_vi, says_en } = wordsOf(table, isName ? 'unit_name' : (name as FieldName));
    const language = name === 'unit_name_vi' ? [' (tiếng Việt)', ' (Vietnamese)'] : [' (tiếng Anh)', ' (English)'];
    return {
      name,
      name_vi: vi + (isName ? language[0] : ''),
      name_en: en + (isName ? language[1] : ''),
      kind,
      unit,
      nullable,
      description_vi: says_vi,
      description_en: says_en,
    };
  });
