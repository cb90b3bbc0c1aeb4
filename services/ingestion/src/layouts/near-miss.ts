import { type Finding, finding } from '@chi-so/domain/finding';
import type { Methodology } from '@chi-so/domain/methodology';
import type { GridReading } from './read-grid.ts';
import type { UnitNames } from './unit-names.ts';

/** How a table that was not recognised differs from the nearest that would be: for whoever mends it or maps it. */

const MOST = 3;

export const nearMisses = (
  tried: readonly { reading: GridReading; methodology: Methodology }[],
  { unitSet }: UnitNames,
): Finding[] => {
  const nearest = tried.toSorted((a, b) => closeness(b.reading) - closeness(a.reading)).slice(0, MOST);
  if (nearest.length === 0) return [noIndex(unitSet.unit_set)];
  return nearest.map(({ reading, methodology }) => {
    const wanted = methodology.components.filter(({ parent }) => parent === null || parent === 'total');
    const missing = wanted.filter(({ component }) => !reading.components.includes(component));
    const headers = reading.unmapped.map(({ at, header }) => `${at} "${header.replace(/\s+/gu, ' ').slice(0, 60)}"`);
    const [found, all] = [reading.units.length, unitSet.units.length];
    return finding(
      'error',
      'no-layout',
      { sheet: reading.grid.table.sheet, value: methodology.index },
      `Gần giống ${methodology.methodology}: thấy ${found}/${all} đơn vị; thiếu cột ${missing.map(({ name_vi }) => name_vi).join('; ') || 'không'}; chưa hiểu cột ${headers.join('; ') || 'không'}. Hãy gửi kèm bảng ánh xạ cột`,
      `Near to ${methodology.methodology}: ${found} of ${all} units found; no column for ${missing.map(({ name_en }) => name_en).join('; ') || 'nothing'}; columns not understood: ${headers.join('; ') || 'none'}. Send a mapping of the columns`,
    );
  });
};

const closeness = ({ components, units }: GridReading): number => components.length * 100 + units.length;

const noIndex = (unitSet: string): Finding =>
  finding(
    'error',
    'index-unknown',
    { value: unitSet },
    'Không rõ bảng là của chỉ số nào, hoặc chỉ số không có phương pháp cho kỳ này: hãy nêu index và methodology',
    'Which index the table is of is not clear, or the index has no methodology for the period: name index and methodology',
  );
