import type { Lang } from '@chi-so/contract/ranking-response';
import type { Chosen } from '../address/page-kind.ts';
import { loadUnitComponents, type UnitComponents } from './components.ts';
import { loadChosenIn } from './ranking.ts';
import type { Named } from './release-meant.ts';
import { type Answer, useAnswer } from './use-answer.ts';

/** A unit in the components of a release. Everybody is in the answer: another peer is found there, and asks for nothing. */
export const useUnitComponents = (named: Named, { unit, peers }: Chosen, lang: Lang): Answer<UnitComponents> => {
  const answer = useAnswer([lang, ...Object.values(named), unit].join('|'), (signal) =>
    loadUnitComponents(named, unit, lang, signal),
  );
  const loaded = answer.value;
  const set = loaded?.release.unit_set ?? '';
  const mine = loaded?.chosen.unit ?? null;
  const found = useAnswer([lang, set, mine, peers].join('|'), async () => ({
    set,
    ...(await loadChosenIn(set, { unit: mine, peers }, lang)),
  })).value;
  // Peers of another set are nobody here.
  const known = found?.set === set ? found.peers : [];
  return { ...answer, value: loaded && { ...loaded, chosen: { unit: mine, peers: known } } };
};
