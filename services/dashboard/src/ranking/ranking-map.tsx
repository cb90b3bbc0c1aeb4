import type { PageAddress } from '../address/page-address.ts';
import type { RankingAddress } from '../address/pages/ranking.ts';
import type { UnitSet } from '../data/catalogue.ts';
import type { RankingRow } from '../data/ranking.ts';
import { LinkSwitch } from '../layout/switches.tsx';
import { useWords } from '../words/language.tsx';
import { OutlineMap } from './outline-map.tsx';
import { hasTiles, TileMap } from './tile-map.tsx';

type Props = {
  address: PageAddress & RankingAddress;
  rows: readonly RankingRow[];
  unitSet: UnitSet | null;
  mine: string | null;
  peers: readonly string[];
};

/** The country beside its table, as tiles of one size or by its outlines. Nothing where not every unit has a place. */
export function RankingMap({ address, unitSet, ...seen }: Props) {
  const { t } = useWords();
  if (unitSet === null || !hasTiles(seen.rows, unitSet.data)) return null;
  const choice = (map: RankingAddress['map'], label: string) => ({
    address: { ...address, map },
    label,
    isCurrent: address.map === map,
  });
  return (
    <figure class="tiles screen">
      <LinkSwitch
        label={t('mapSwitch')}
        choices={[choice('tiles', t('asTiles')), choice('outlines', t('asOutlines'))]}
      />
      {address.map === 'outlines' ? (
        <OutlineMap unitSet={unitSet} {...seen} />
      ) : (
        <TileMap units={unitSet.data} {...seen} />
      )}
      <figcaption>
        {t('mapAbout')} {address.map === 'outlines' && t('outlinesFrom')}
      </figcaption>
    </figure>
  );
}
