import { MAIN_EDITION, TOTAL } from '@chi-so/domain/identity';
import type { PageAddress } from '../address/page-address.ts';
import { type ScorecardAddress, scorecardOf } from '../address/pages/scorecard.ts';
import type { Methodology } from '../data/catalogue.ts';
import { LinkSwitch, SelectSwitch } from '../layout/switches.tsx';
import { componentTree } from '../ranking/component-tree.ts';
import { useWords } from '../words/language.tsx';
import { addressOf, type ScorecardChoice } from './scorecard-choice.ts';

type Props = {
  address: PageAddress & ScorecardAddress;
  choice: ScorecardChoice;
  methodology: Methodology | null;
  /** What provinces are called. */
  names: ReadonlyMap<string, string>;
};

/** Which scorecard of the province is shown, which of its components, and the other provinces that have one. */
export function ScorecardSwitches({ address, choice: { own, shown, elsewhere }, methodology, names }: Props) {
  const { lang, t } = useWords();
  // Other criteria may have other components, under the same names too.
  const rules = shown?.methodology;
  const isOnlyPeriod = (period: string) => own.filter((one) => one.period === period).length === 1;
  const periods = own.map((one) => ({
    address: { ...address, ...addressOf(own, one), component: one.methodology === rules ? address.component : TOTAL },
    label: isOnlyPeriod(one.period)
      ? one.period
      : `${one.period} (${t('editionOf', { set: one.unit_set, edition: one.edition === MAIN_EDITION ? t('mainEdition') : one.edition })})`,
    isCurrent: one === shown,
  }));
  const provinces = elsewhere.map((province) => ({
    address: { ...address, ...scorecardOf(province) },
    label: names.get(province) ?? province,
    isCurrent: false,
  }));
  return (
    <div class="switches screen">
      <LinkSwitch label={t('periodSwitch')} choices={periods} />
      {shown && <LinkSwitch label={t('otherProvinces')} choices={provinces} />}
      {shown && methodology && methodology.components.length > 1 && (
        <div class="selects">
          <SelectSwitch
            label={t('componentSwitch')}
            choices={componentTree(methodology, lang).map((one) => ({
              label: one.label,
              address: { ...address, component: one.component },
              isCurrent: one.component === address.component,
            }))}
          />
        </div>
      )}
    </div>
  );
}
