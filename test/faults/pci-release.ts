import { releaseFiles } from '@chi-so/reference-data/releases';

/** PCI 2019 as another edition: 63 units, eleven components. */

const shipped = (): string => {
  const file = releaseFiles().find(({ name }) => name === 'pci/2019.VN63.main.csv');
  if (!file) throw new Error('PCI 2019 does not ship');
  return file.text;
};

/** In the project's own layout. */
export const pciCsv = (edition: string): string => shipped().replace('# edition: main', `# edition: ${edition}`);

/** The same as JSON. */
export const pciJson = (edition: string): string => {
  const [, ...rows] = shipped()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return JSON.stringify({
    index: 'pci',
    period: '2019',
    unit_set: 'VN63',
    edition,
    source: { title: 'PCI 2019', publisher: 'VCCI', kind: 'publisher', certainty: 'confirmed' },
    announcement: { extent: 'complete' },
    scores: rows.map((row) => {
      const [unit, component, score, , rank] = row.split(',');
      return { unit, component, score: Number(score), ...(rank ? { rank_published: Number(rank) } : {}) };
    }),
  });
};
