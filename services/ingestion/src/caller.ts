import type { Scope } from '@chi-so/contract/routes';
import type { Index } from '@chi-so/domain/methodology';
import { ownsEverything, ownsRelease } from '@chi-so/domain/ownership';
import type { Request } from '@chi-so/runtime/http';
import { notYours } from '@chi-so/runtime/ownership';
import { Problem } from '@chi-so/runtime/problem';

/** Who writes: the token's subject. The gateway lets nobody in without one. */
export const actorOf = ({ caller }: Request): string => caller?.subject ?? 'unknown';

/** The writer's own id of the request (`Idempotency-Key`), or the gateway's where it gives none. */
export const requestIdOf = ({ headers, requestId }: Request): string => {
  const key = headers['idempotency-key']?.trim() || requestId;
  if (key.length <= 200) return key;
  throw new Problem(400, 'invalid-request', {
    vi: 'Idempotency-Key dài nhất 200 ký tự',
    en: 'An Idempotency-Key has at most 200 characters',
  });
};

/** The gateway accepts any one of a route's scopes; where an action needs another as well, it is asked for here. */
export const requireScope = ({ caller }: Request, scope: Scope): void => {
  if (caller?.scopes.includes(scope)) return;
  throw new Problem(403, 'missing-scope', {
    vi: `Cần thêm quyền ${scope}`,
    en: `The scope ${scope} is needed too`,
  });
};

/** What an index is about; undefined where there is none of this name. */
export type LevelOf = (index: string) => Promise<Index['level'] | undefined>;

/**
 * Whether somebody may write a release, and see its drafts. Whoever owns everything costs no look at the index.
 *
 * @throws Problem 403
 */
export const requireOwner = async (
  owned: readonly string[],
  { index, unit_set }: { index: string; unit_set: string },
  levelOf: LevelOf,
): Promise<void> => {
  if (ownsEverything(owned) || ownsRelease(owned, await levelOf(index), unit_set)) return;
  throw notYours(owned, `${index}/${unit_set}`);
};

/** The base that `If-Match` names (a log entry, or a plan's version), as `12` or `"12"`; undefined where it is absent. */
export const ifMatchOf = ({ headers }: Request): number | undefined => {
  const header = headers['if-match'];
  if (header === undefined) return undefined;
  const [, entry] = /^(?:W\/)?"?(\d{1,10})"?$/.exec(header.trim()) ?? [];
  if (entry === undefined) {
    throw new Problem(400, 'invalid-request', {
      vi: `If-Match phải là số của mục nhật ký hoặc của bản kế hoạch, không phải ${header}`,
      en: `If-Match must be the number of a log entry or of a plan's version, not ${header}`,
    });
  }
  return Number(entry);
};
