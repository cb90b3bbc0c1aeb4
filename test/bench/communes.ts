import type { Methodology } from '@chi-so/domain/methodology';
import type { UnitSet } from '@chi-so/domain/unit-set';

/** The country's communes, made up: as many as there are since 2025, rounded up. */
export const communes = (count: number): UnitSet => ({
  unit_set: 'COMMUNES',
  name_vi: 'Các xã, phường (thử)',
  name_en: 'Communes (made up)',
  parent: null,
  valid_from: null,
  valid_to: null,
  roster: 'complete',
  groups: [],
  successions: [],
  units: Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(5, '0');
    return {
      unit: `COMMUNES-${number}`,
      name_vi: `Xã số ${number}`,
      name_en: `Commune ${number}`,
      groups: [],
      aliases: [],
      kind: 'commune',
    };
  }),
  sources: ['made up for a measurement'],
});

type Score = { unit: string; component: string; score: number };

/** Every component has a score, and every total follows from its parts. */
const madeScores = ({ units }: UnitSet, { components }: Methodology, period: string): Score[] => {
  // Gates take two equal periods for a mistake, and large moves too.
  const shift = (Number(period) % 100) / 100;
  const parts = components.filter(({ parent }) => parent === 'total');
  return units.flatMap(({ unit }, u) => {
    const scores = parts.map(({ component, weight }, c) => ({
      component,
      weight: weight ?? 0,
      score: 1 + shift + ((u * 7919 + c * 104_729) % 800) / 100,
    }));
    const total = 10 * scores.reduce((sum, { weight, score }) => sum + weight * score, 0);
    return [{ component: 'total', score: total }, ...scores].map(({ component, score }) => ({
      unit,
      component,
      score,
    }));
  });
};

const SOURCE = { title: 'PCI thử', publisher: 'thử', kind: 'compilation', certainty: 'unknown' };

/** A release of the methodology for these units, in the project's own layout. */
export const releaseCsv = (unitSet: UnitSet, methodology: Methodology, period = '2019'): string =>
  [
    '# index: pci',
    `# period: ${period}`,
    `# unit_set: ${unitSet.unit_set}`,
    '# methodology: pci-2013',
    ...Object.entries(SOURCE).map(([field, value]) => `# ${field}: ${value}`),
    '# extent: complete',
    'unit,component,score,status',
    ...madeScores(unitSet, methodology, period).map(
      ({ unit, component, score }) => `${unit},${component},${score.toFixed(2)},A`,
    ),
    '',
  ].join('\n');

/** The same as JSON: 11,000 units × 11 are more lines than a text file may have. */
export const releaseJson = (unitSet: UnitSet, methodology: Methodology, period: string): string =>
  JSON.stringify({
    index: 'pci',
    period,
    unit_set: unitSet.unit_set,
    methodology: 'pci-2013',
    source: SOURCE,
    announcement: { extent: 'complete' },
    scores: madeScores(unitSet, methodology, period).map((one) => ({ ...one, score: Number(one.score.toFixed(2)) })),
  });
