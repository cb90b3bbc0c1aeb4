import type { Finding } from '../finding.ts';

/** No more findings of one kind than a person reads: the first `most`, then one that counts the rest. */
export const capped = (findings: readonly Finding[], most: number, what: { vi: string; en: string }): Finding[] => {
  const rest = findings.slice(most);
  const first = rest[0];
  if (!first) return [...findings];
  const more: Finding = {
    ...first,
    row: null,
    column: null,
    value: rest.length,
    message_vi: `${what.vi}: còn ${rest.length} chỗ nữa như vậy`,
    message_en: `${what.en}: ${rest.length} more like these`,
  };
  return [...findings.slice(0, most), more];
};
