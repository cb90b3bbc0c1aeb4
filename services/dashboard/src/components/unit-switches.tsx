import { comparePeriods, provinceOf, unitSetOf } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import type { Release } from '../data/catalogue.ts';
import { LATEST, releaseMeant } from '../data/release-meant.ts';
import { LinkSwitch } from '../layout/switches.tsx';
import { shortIndexName, useWords } from '../words/language.tsx';

type Props = {
  releases: readonly Release[];
  now: Pick<Release, 'index' | 'period'>;
  unit: string | null;
  /** The same page of another release. */
  addressOf(index: string, period: string): PageAddress;
};

/** Which index and period is shown, of those that a unit can be in: of the country for a province, else of its own set. */
export function UnitSwitches({ releases, now, unit, addressOf }: Props) {
  const { t } = useWords();
  const own = unit === null ? null : unitSetOf(unit);
  const near = releases.filter(({ unit_set }) =>
    own !== null && provinceOf(own) !== null ? unit_set === own : provinceOf(unit_set) === null,
  );
  const indices = [...new Set(near.map(({ index }) => index))].sort();
  const periods = new Set(near.flatMap(({ index, period }) => (index === now.index ? period : [])));
  const periodIn = (index: string): string => {
    const named = { index, set: null, edition: null };
    return (
      (
        releaseMeant(near, { ...named, period: now.period }, unit) ??
        releaseMeant(near, { ...named, period: LATEST }, unit)
      )?.period ?? LATEST
    );
  };
  return (
    <div class="switches screen">
      <LinkSwitch
        label={t('indexSwitch')}
        choices={indices.map((index) => ({
          label: shortIndexName(index),
          address: addressOf(index, periodIn(index)),
          isCurrent: index === now.index,
        }))}
      />
      <LinkSwitch
        label={t('periodSwitch')}
        choices={[...periods].sort(comparePeriods).map((period) => ({
          label: period,
          address: addressOf(now.index, period),
          isCurrent: period === now.period,
        }))}
      />
    </div>
  );
}
