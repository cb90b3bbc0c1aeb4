import type { Scope } from './routes.ts';

/** The groups of the user pool, and the scopes that each gives. Who is in none may do nothing that needs a token. */
export const GROUPS = {
  ingesters: ['releases:write'],
  publishers: ['releases:publish'],
  planners: ['targets:write'],
  auditors: ['audit:read'],
  cataloguers: ['catalogue:write'],
} as const satisfies Record<string, readonly Scope[]>;

/** How the pool names what a program may do (`chi-so/releases:write`) and whose it writes (`unit-sets/VN63-46`). */
export const SCOPE_SERVER = 'chi-so';
export const UNIT_SET_SERVER = 'unit-sets';

/** The user's attribute that says whose releases and plans are theirs: `VN63-46 VN34-46`, or `*`. */
export const UNIT_SETS_ATTRIBUTE = 'unit_sets';
