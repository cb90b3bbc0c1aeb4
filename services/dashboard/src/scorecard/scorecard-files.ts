import type { Release } from '../data/catalogue.ts';
import { fileAddress } from '../data/ranking.ts';
import { documentAddress, templateAddress, wanted } from '../data/scorecard.ts';
import type { FigureFile } from '../layout/foot-line.tsx';
import type { Words } from '../words/language.tsx';

/** A scorecard as files: its figures, the documents that an office signs, and the workbook for the next one. */
export const scorecardFiles = (shown: Release, component: string, { lang, t }: Words): FigureFile[] => {
  const figures = wanted(shown, component);
  return [
    { name: 'CSV', address: fileAddress(figures, lang, 'csv') },
    { name: t('csvExcel'), address: fileAddress(figures, lang, 'csv', 'excel-vi') },
    { name: 'XLSX', address: fileAddress(figures, lang, 'xlsx') },
    { name: t('notice'), address: documentAddress('notices', shown, lang) },
    { name: t('annex'), address: documentAddress('annexes', shown, lang) },
    { name: t('template'), address: templateAddress(shown, lang) },
  ];
};
