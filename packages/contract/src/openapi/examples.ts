import type * as z from 'zod';
import type { IndexBody, LayoutBody, MethodologyBody, UnitBody, UnitSetBody } from '../catalogue-body.ts';
import type { CorrectionBody, ReleaseBody } from '../release-body.ts';
import type { SourceBody } from '../source-body.ts';
import type { TargetPlanBody } from '../target-body.ts';

/** Bodies of requests as the reference shows them. */

const fact = { certainty: 'unknown', source: 'Ví dụ' } as const;

const index: z.input<typeof IndexBody> = {
  index: 'vi-du',
  name_vi: 'Chỉ số ví dụ',
  name_en: 'Example index',
  publisher_vi: 'Cơ quan ví dụ',
  publisher_en: 'Example office',
  level: 'province',
  calendar: null,
};

const methodology: z.input<typeof MethodologyBody> = {
  index: 'vi-du',
  methodology: 'vi-du-2024',
  name_vi: 'Phương pháp 2024',
  name_en: 'Methodology 2024',
  unit_set: null,
  period_from: '2024',
  period_to: null,
  ranked_groups: ['all'],
  direction: 'higher-is-better',
  decimals: 2,
  tie_decimals: null,
  aggregation: { kind: 'weighted-sum', factor: 1 },
  rank_by: 'score',
  publisher_ranks: true,
  top_only: null,
  stages: [],
  components: [
    {
      component: 'total',
      parent: null,
      name_vi: 'Tổng điểm',
      name_en: 'Total',
      weight: null,
      minimum: 0,
      maximum: 100,
    },
    {
      component: 'service',
      parent: 'total',
      name_vi: 'Dịch vụ',
      name_en: 'Service',
      weight: 1,
      minimum: 0,
      maximum: 100,
    },
  ],
  grading: 'none',
  grades: [],
  comparisons: [],
  facts: {
    validity: fact,
    components: fact,
    weights: fact,
    scale: fact,
    aggregation: fact,
    ranks: fact,
    ties: fact,
    grades: fact,
    extent: fact,
  },
};

const layout: z.input<typeof LayoutBody> = {
  layout: 'bang-cua-toi',
  index: 'pci',
  name_vi: 'Bảng của tôi',
  name_en: 'My table',
  columns: [{ component: 'total', figure: 'score', headers: ['điểm chung'] }],
  source: 'Ví dụ',
};

const unit: z.input<typeof UnitBody> = {
  unit: 'VD24-01',
  name_vi: 'Đơn vị ví dụ',
  name_en: 'Example unit',
  groups: [],
  aliases: ['Đ.vị ví dụ'],
};

const unitSet: z.input<typeof UnitSetBody> = {
  unit_set: 'VD24',
  name_vi: 'Tập đơn vị ví dụ',
  name_en: 'Example unit set',
  parent: null,
  valid_from: '2024-01-01',
  valid_to: '2024-12-31',
  roster: 'complete',
  groups: [],
  successions: [],
  units: [unit],
  sources: ['Ví dụ'],
};

const release: z.input<typeof ReleaseBody> = {
  unit_set: 'VN63',
  edition: 'main',
  methodology: 'pci-2013',
  source: {
    title: 'PCI 2019',
    publisher: 'VCCI',
    kind: 'publisher',
    certainty: 'confirmed',
    published_on: '2020-05-05',
  },
  announcement: { extent: 'partial' },
  scores: [{ unit: 'VN63-46', component: 'total', score: 66.499268, rank_published: 20 }],
};

const correction: z.input<typeof CorrectionBody> = {
  reason: 'Cơ quan công bố đính chính',
  scores: [{ unit: 'VN63-46', component: 'total', score: 66.5, rank_published: 20 }],
};

const source: z.input<typeof SourceBody> = {
  source: 'pci-vcci',
  url: 'https://pcivietnam.vn/du-lieu.xlsx',
  index: 'pci',
  set: 'VN63',
  every_hours: 24,
  enabled: false,
};

const plan: z.input<typeof TargetPlanBody> = {
  title: 'Kế hoạch nâng hạng chỉ số PCI năm 2019',
  issued_on: '2019-02-15',
  rows: [
    {
      index: 'pci',
      component: 'total',
      target_kind: 'rank',
      target: 20,
      office: 'Sở Kế hoạch và Đầu tư',
      action: 'Rút ngắn thời gian cấp đăng ký doanh nghiệp',
      deadline: '2019-12-31',
    },
  ],
};

export const examples = { index, methodology, layout, unit, unitSet, release, correction, source, plan };
