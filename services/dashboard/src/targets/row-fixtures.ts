import type { TargetRow } from '../data/targets.ts';

/** A target of a plan, for tests that care about a few of its fields. */
export const targetOf = (row: Partial<TargetRow>): TargetRow => ({
  ...{ unit: 'VN63-46', period: '2024', unit_set: 'VN63', index: 'pci', index_name: 'PCI', edition: 'main' },
  ...{ component: 'total', component_name: 'PCI', group: null, target_kind: 'rank', target: 10 },
  ...{ office: 'Sở Tài chính', action: null, deadline: null, action_status: 'in-progress', note: null },
  ...{ baseline_period: '2023', baseline: 43, baseline_basis: 'published' },
  ...{ actual_period: '2024', actual: 28, actual_basis: 'published', actual_status: 'A', actual_reason: null },
  ...{ gap: 18, share: 45.5, share_reason: null, share_note: null, state: 'on-the-way', overdue: false, says: '' },
  ...{ points_lost: null, points_lost_weights: null },
  ...row,
});
