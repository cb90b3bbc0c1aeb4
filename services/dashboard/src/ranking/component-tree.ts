import type { Lang } from '@chi-so/contract/ranking-response';
import type { Methodology } from '../data/catalogue.ts';
import { nameIn } from '../words/name-in.ts';

export type ComponentChoice = { component: string; label: string };

/** The components of a methodology as an indented list, each below its parent. */
export const componentTree = ({ components }: Methodology, lang: Lang): ComponentChoice[] => {
  const under = (parent: string | null, depth: number): ComponentChoice[] =>
    components
      .filter((one) => one.parent === parent)
      .flatMap((one) => [
        { component: one.component, label: INDENT.repeat(depth) + nameIn(lang, one) },
        ...under(one.component, depth + 1),
      ]);
  return under(null, 0);
};

/** Blanks that a list of options does not drop. */
const INDENT = '\u00A0\u00A0\u00A0';
