import type { Request } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import { actorOf } from './caller.ts';
import type { Stores } from './stores.ts';

/**
 * Where the stage wants it, a figure becomes official by two people: whoever drafted a revision does not publish it, now,
 * later or again. To withdraw takes one, since nothing becomes official by that.
 *
 * @throws Problem 403 `four-eyes`
 */
export const requireSomebodyElse = ({ fourEyes = false }: Stores, request: Request, drafter: string): void => {
  if (!fourEyes || drafter !== actorOf(request)) return;
  throw new Problem(403, 'four-eyes', {
    vi: `Bản này do ${drafter} lập; hãy để người khác công bố`,
    en: `${drafter} has drafted this; let somebody else publish it`,
  });
};
