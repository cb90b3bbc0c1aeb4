import type { Lang } from '@chi-so/contract/ranking-response';

/** What a reader chose once. Only on their own machine; where a browser keeps nothing, they choose again. */

type Remembered = { unit: string; lang: Lang };

/** What was chosen last, or null. */
export const recall = <K extends keyof Remembered>(name: K): Remembered[K] | null => {
  try {
    return localStorage.getItem(`chiso.${name}`) as Remembered[K] | null;
  } catch {
    return null;
  }
};

export const remember = <K extends keyof Remembered>(name: K, value: Remembered[K]): void => {
  try {
    localStorage.setItem(`chiso.${name}`, value);
  } catch {
    // Private windows may refuse; the address still has it.
  }
};
