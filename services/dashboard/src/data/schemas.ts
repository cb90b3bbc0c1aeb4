import type { components } from '@chi-so/client/api.d';

/** What the API answers, by the names of its OpenAPI document. */
export type Schemas = components['schemas'];
