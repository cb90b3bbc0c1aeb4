import { GROUPS, SCOPE_SERVER, UNIT_SET_SERVER, UNIT_SETS_ATTRIBUTE } from '@chi-so/contract/groups';

/** What the pool says of whoever asks for a token: the part of its event that anything is decided by. */
export type Asking = {
  triggerSource: string;
  request: {
    /** What was asked for. The pool has already refused what the client may not ask for. */
    scopes?: readonly string[];
    userAttributes?: Readonly<Record<string, string>>;
    groupConfiguration?: { groupsToOverride?: readonly string[] };
  };
};

/** What an access token is to say: the scopes of the API, and whose releases they extend to. */
type Granted = { scopes: string[]; unitSets: string[] };

/** By which a person signs in; it says who they are and opens nothing of ours. */
const SIGN_IN_SCOPE = 'openid';

/** A program has what its client was given in the stage; a person what their groups give, whatever was asked for. */
const grantedTo = ({ triggerSource, request }: Asking): Granted =>
  triggerSource === 'TokenGeneration_ClientCredentials'
    ? { scopes: below(SCOPE_SERVER, request.scopes), unitSets: below(UNIT_SET_SERVER, request.scopes) }
    : {
        scopes: [...new Set((request.groupConfiguration?.groupsToOverride ?? []).flatMap(scopesOfGroup))],
        unitSets: (request.userAttributes?.[`custom:${UNIT_SETS_ATTRIBUTE}`] ?? '').split(/[\s,]+/).filter(Boolean),
      };

const below = (server: string, scopes: readonly string[] = []): string[] =>
  scopes.flatMap((scope) => (scope.startsWith(`${server}/`) ? [scope.slice(server.length + 1)] : []));

const scopesOfGroup = (group: string): readonly string[] =>
  Object.hasOwn(GROUPS, group) ? GROUPS[group as keyof typeof GROUPS] : [];

/** The changes to an access token, as the pool takes them. Nothing is added to the ID token, which opens nothing. */
export const accessTokenOf = (asking: Asking) => {
  const { scopes, unitSets } = grantedTo(asking);
  return {
    scopesToAdd: scopes,
    // All that was asked for goes: what somebody may do is only what is added here.
    scopesToSuppress: (asking.request.scopes ?? []).filter(
      (scope) => scope !== SIGN_IN_SCOPE && !scopes.includes(scope),
    ),
    claimsToAddOrOverride: { unit_sets: unitSets.join(' ') },
  };
};
