import { moversResponse } from '@chi-so/contract/analysis/movers-response';
import type { Ranked } from '@chi-so/contract/ranking-response';
import { moversOf } from '@chi-so/domain/analysis/movers';
import { whyComparable } from '@chi-so/domain/comparability';
import { TOTAL } from '@chi-so/domain/identity';
import type { RankingDocument } from '@chi-so/domain/ranking-document';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import type { Wanted } from '@chi-so/storage/rankings';
import { askedGroups } from '../asked-groups.ts';
import { currentComponent, present } from '../current-components.ts';
import { FORMAT_PARAMETERS } from '../formats/asked-format.ts';
import type { FoundTable } from '../formats/table-answer.ts';
import type { Tables } from '../tables.ts';
import { LATEST, wantedRelease } from '../which-release.ts';
import { pinnedMethodology } from './analysed-release.ts';
import { ofSameUnits, periodBefore, requireComparable } from './two-periods.ts';

const KNOWN = ['index', 'from', 'to', 'component', 'set', 'edition', 'group', ...FORMAT_PARAMETERS] as const;

/** `GET /v1/analysis/movers`: how every unit moved between two periods, the greatest gain first. */
export const findMovers = async (
  tables: Tables,
  { query: given, lang }: Pick<Request, 'query' | 'lang'>,
): Promise<FoundTable> => {
  const { index = '', from, to = LATEST, component: asked = TOTAL, group, ...which } = parameters(given, KNOWN);
  const component = checkedId('component', asked);
  const later = await readComponent(tables, wantedRelease({ index, period: to }, which), component);
  const { document } = later;
  const { unit_set, edition } = document;
  const wanted = { index, period: periodBefore(document, from), unit_set, edition };
  const earlier = await ofSameUnits(tables, wanted, () => readComponent(tables, wanted, component));
  const methodology = await pinnedMethodology(tables, document);
  requireComparable(methodology, earlier.document, component);
  const because = whyComparable(methodology, earlier.document, component);

  const groups = askedGroups(document, group).flatMap(({ group: name }) => {
    const [now, before] = [groupIn(document, name), groupIn(earlier.document, name)];
    return now && before ? [{ group: name, ...moversOf(before, now, methodology.direction) }] : [];
  });
  const degraded = later.degraded ?? earlier.degraded;
  const { data, meta } = moversResponse({ later, earlier: earlier.document, degraded, because, groups }, lang);
  return {
    table: 'movers',
    rows: data,
    meta,
    names: new Map(document.ranking.units.map((unit) => [unit.unit, unit])),
    file: [index, earlier.document.period, document.period, component, 'movers'],
  };
};

/** One component of the release that is meant, by one Query. */
const readComponent = async (tables: Tables, wanted: Wanted, component: string): Promise<Ranked> => {
  const { release, stored } = await currentComponent(tables, wanted, component);
  return present(tables.rankings, release, component, stored);
};

const groupIn = ({ ranking }: RankingDocument, name: string) => {
  const group = ranking.groups.find((candidate) => candidate.group === name);
  return group && { units: ranking.units, group };
};
