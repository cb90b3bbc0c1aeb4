import type { Lang } from '@chi-so/contract/ranking-response';

type Named = { name_vi: string; name_en: string };

/** What something of the catalogue is called in a language; undefined of nothing. */
export const nameIn = <N extends Named | null | undefined>(
  lang: Lang,
  named: N,
): N extends Named ? string : undefined =>
  (lang === 'vi' ? named?.name_vi : named?.name_en) as N extends Named ? string : undefined;
