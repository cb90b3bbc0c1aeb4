import type { PageAddress } from '../address/page-address.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import type { Methodology, Release, UnitSet } from '../data/catalogue.ts';
import { LinkSwitch, SelectSwitch } from '../layout/switches.tsx';
import { shortIndexName, useWords } from '../words/language.tsx';
import { nameIn } from '../words/name-in.ts';
import { type ComponentChoice, componentTree } from './component-tree.ts';
import { type Choice, indexChoices, periodChoices, setChoices } from './release-choice.ts';

type Props = {
  address: PageAddress & RankingAddress;
  releases: readonly Release[];
  now: Release | undefined;
  unitSet: UnitSet | null;
  methodology: Methodology | null;
  setNames: ReadonlyMap<string, string>;
};

/** Which ranking is shown: index, period, unit set where there are several, group and component. */
export function RankingSwitches({ address, releases, now, unitSet, methodology, setNames }: Props) {
  const { lang, t } = useWords();
  const groups: Choice[] = [
    { label: t('officialGroups'), address: { ...address, group: null }, isCurrent: address.group === null },
    ...(unitSet?.meta.groups ?? []).map((one) => ({
      label: nameIn(lang, one),
      address: { ...address, group: one.group },
      isCurrent: address.group === one.group,
    })),
  ];
  const sets = setChoices(releases, address, now).map((one) => ({
    ...one,
    label: setNames.get(one.label) ?? one.label,
  }));
  return (
    <div class="switches screen">
      <LinkSwitch
        label={t('indexSwitch')}
        choices={indexChoices(releases, address, now).map((one) => ({ ...one, label: shortIndexName(one.label) }))}
      />
      <LinkSwitch label={t('periodSwitch')} choices={periodChoices(releases, address, now)} />
      <div class="selects">
        {sets.length > 1 && <SelectSwitch label={t('setSwitch')} choices={sets} />}
        {groups.length > 1 && <SelectSwitch label={t('groupSwitch')} choices={groups} />}
        {methodology && methodology.components.length > 1 && (
          <SelectSwitch
            label={t('componentSwitch')}
            choices={componentTree(methodology, lang).map((one: ComponentChoice) => ({
              label: one.label,
              address: { ...address, component: one.component },
              isCurrent: one.component === address.component,
            }))}
          />
        )}
      </div>
    </div>
  );
}
