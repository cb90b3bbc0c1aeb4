import { comparePeriods } from '@chi-so/domain/identity';
import { formatAddress, type PageAddress } from '../address/page-address.ts';
import { rankingOf } from '../address/pages/ranking.ts';
import type { TrendAddress } from '../address/pages/trend.ts';
import type { Release } from '../data/catalogue.ts';
import { trendFile } from '../data/trend.ts';
import { type FigureFile, FootLine } from '../layout/foot-line.tsx';
import { dayText } from '../words/figures.ts';
import { useWords } from '../words/language.tsx';

type Props = {
  address: PageAddress & TrendAddress;
  /** Of the points that are shown. */
  releases: readonly Release[];
  units: readonly string[];
  rulesName: (methodology: string) => string;
};

/** Where the points come from, by which rules and publications, each release with the way to its own page. */
export function TrendFoot({ address, releases, units, rulesName }: Props) {
  const { lang, t } = useWords();
  const file = (kind: Parameters<typeof trendFile>[2]) => trendFile(address, units, kind, lang);
  const { edition } = address;
  const latest = releases
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const revised = releases.filter(({ revision }) => (revision ?? 1) > 1).map(({ period }) => period);
  const byRules = [...Map.groupBy(releases, ({ methodology }) => methodology)];
  const files: FigureFile[] = [
    { name: t('csvLong'), address: file({ suffix: 'csv' }) },
    { name: t('csvWideScores'), address: file({ suffix: 'csv', layout: 'wide', value: 'score' }) },
    { name: t('csvWideRanks'), address: file({ suffix: 'csv', layout: 'wide', value: 'rank' }) },
    { name: t('csvExcel'), address: file({ suffix: 'csv', profile: 'excel-vi' }) },
    { name: 'XLSX', address: file({ suffix: 'xlsx' }) },
  ];
  return (
    <FootLine
      rows={[
        { label: t('source'), content: [...new Set(releases.map(({ publisher }) => publisher))].join('; ') },
        {
          label: t('releasesShown'),
          content: releases.map((one, i) => (
            <span key={`${one.unit_set} ${one.period}`}>
              {i > 0 && ' · '}
              <a
                href={formatAddress({ ...rankingOf(address, one.index, one.period, one.unit_set), edition })}
                title={one.title}
              >
                {one.period}
              </a>
            </span>
          )),
        },
        {
          label: t('publication'),
          content:
            latest === undefined
              ? null
              : [
                  t('recordedLast', { count: releases.length, at: dayText(lang, latest) }),
                  revised.length > 0 ? t('revisedIn', { periods: revised.join(', ') }) : null,
                ]
                  .filter(Boolean)
                  .join('; '),
        },
        { label: t('methodology'), content: byRules.map(([rules]) => rulesName(rules)).join('; ') },
      ]}
      files={files}
      link={file({ suffix: 'csv' })}
    />
  );
}

/** The releases that rows are of, in the order of time. */
export const releasesShown = (
  releases: readonly Release[],
  rows: readonly { period: string; unit_set: string }[],
): Release[] => {
  const shown = new Set(rows.map(({ period, unit_set }) => `${period} ${unit_set}`));
  return releases
    .filter(({ period, unit_set }) => shown.has(`${period} ${unit_set}`))
    .toSorted((a, b) => comparePeriods(a.period, b.period));
};
