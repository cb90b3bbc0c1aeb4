import { cold } from './cold/cold.ts';
import { cost } from './cost/cost.ts';
import type { Bench } from './figures.ts';
import { growth } from './growth/growth.ts';
import { http } from './http/http.ts';
import { ingest } from './ingest/ingest.ts';
import { page } from './page.ts';
import { rank } from './rank/rank.ts';
import { read } from './read.ts';
import { recompute } from './recompute.ts';
import { robustness } from './robustness.ts';

/** All benches, in the order in which `all` runs them. */
export const BENCHES: readonly Bench[] = [http, read, cold, rank, recompute, ingest, cost, growth, page, robustness];
