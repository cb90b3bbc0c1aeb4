import prices from './prices.json' with { type: 'json' };

/** What a month costs, from what is measured of an operation and what is assumed of a workload. */

export type PriceName = keyof typeof prices.prices;

/** `up_to` is in the unit of the price, of a month; the last tier has none. */
type Tier = { up_to?: number; usd: number };

/** Capacity units and bytes are measured; how long its functions run, all calls together, is assumed. */
export type Operation = {
  calls: number;
  read: number;
  written: number;
  bytes: number;
  milliseconds: number;
  memoryGb: number;
};

export type Workload = {
  name: string;
  reads: number;
  releases: number;
  corrections: number;
  storedGb: number;
  /** Share of the reads that the edge answers without asking; all come through it. */
  edge: number;
  /** What somebody would rent for it who keeps PostgreSQL. */
  database: Extract<PriceName, `database_${string}_hour`>;
  balanced: boolean;
};

export type Operations = Record<'read' | 'release' | 'correction' | 'scheduled', Operation>;

/** What is paid for whether anybody asks or not: quantities of a month, and calls by schedules. */
export type Standing = { paid: Partial<Record<PriceName, number>>; scheduledCalls: number };

export type Line = { price: PriceName; quantity: number; usd: number };

const HOURS = 730;
const SECONDS = HOURS * 3600;
const MILLION = 1_000_000;
const GB = 2 ** 30;

/** Assumed: what a careful operator lets a core do, so that a peak twice as high is answered as well. */
export const READS_PER_CORE = 250;
/** Assumed: a line of a log for each call. */
const LOG_BYTES = 300;

export const priceOf = (name: PriceName, quantity: number): number => {
  const { tiers } = prices.prices[name] as { tiers: Tier[] };
  let usd = 0;
  let below = 0;
  for (const tier of tiers) {
    const end = tier.up_to ?? Number.POSITIVE_INFINITY;
    usd += Math.max(0, Math.min(quantity, end) - below) * tier.usd;
    below = end;
  }
  return usd;
};

const line = (price: PriceName, quantity: number): Line => ({ price, quantity, usd: priceOf(price, quantity) });

/** Nobody pays for a line without a quantity. */
const lines = (quantities: Partial<Record<PriceName, number>>): Line[] =>
  Object.entries(quantities).flatMap(([price, quantity]) => (quantity > 0 ? [line(price as PriceName, quantity)] : []));

export const sumOf = (all: readonly Line[]): number => all.reduce((sum, { usd }) => sum + usd, 0);

/** What goes past the edge to whoever answers. */
const asked = ({ reads, edge }: Workload): number => reads * (1 - edge);

/** What the edge takes, and the firewall before it. */
const delivered = ({ reads }: Workload, bytes: number): Partial<Record<PriceName, number>> => ({
  edge_million: reads / MILLION,
  edge_gb: (reads * bytes) / GB,
  waf_million: reads / MILLION,
});

export const ours = (
  workload: Workload,
  { read, release, correction, scheduled }: Operations,
  { paid, scheduledCalls }: Standing,
): Line[] => {
  const counts = [
    [asked(workload), read],
    [workload.releases, release],
    [workload.corrections, correction],
    [scheduledCalls, scheduled],
  ] as const;
  const total = (of: (operation: Operation) => number) =>
    counts.reduce((sum, [count, operation]) => sum + count * of(operation), 0);
  const calls = total((operation) => operation.calls);
  return lines({
    written_million: total(({ written }) => written) / MILLION,
    read_million: total((operation) => operation.read) / MILLION,
    stored_gb: workload.storedGb,
    backup_gb: workload.storedGb,
    calls_million: calls / MILLION,
    gb_seconds_million: total(({ milliseconds, memoryGb }) => (milliseconds / 1000) * memoryGb) / MILLION,
    gateway_million: (calls - scheduledCalls * scheduled.calls) / MILLION,
    scheduled_million: scheduledCalls / MILLION,
    ...paid,
    ...delivered(workload, read.bytes),
    log_gb: (calls * LOG_BYTES) / GB,
  });
};

/** The cores that answer so many reads, two at least, so that one may fail. */
export const coresFor = (reads: number): number => Math.max(2, Math.ceil(reads / SECONDS / READS_PER_CORE));

/** With the same edge, firewall and alarms before it: nobody would do without. */
export const postgres = (workload: Workload, { read }: Operations, { paid }: Standing): Line[] =>
  lines({
    [workload.database]: HOURS,
    // A volume has 20 GB at least.
    database_gb: Math.max(20, workload.storedGb),
    server_core_hour: HOURS * (workload.balanced ? coresFor(asked(workload)) : 1),
    balancer_hour: workload.balanced ? HOURS : 0,
    ...paid,
    ...delivered(workload, read.bytes),
    log_gb: (asked(workload) * LOG_BYTES) / GB,
  });

const perMonth = (reads: number) => reads * SECONDS;

/** Assumed, all of it. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'one province',
    reads: 100_000,
    releases: 5,
    corrections: 20,
    storedGb: 0.1,
    edge: 0.3,
    database: 'database_small_hour',
    balanced: false,
  },
  {
    name: 'the country',
    reads: 5_000_000,
    releases: 150,
    corrections: 600,
    storedGb: 5,
    edge: 0.5,
    database: 'database_medium_hour',
    balanced: true,
  },
  {
    name: '10,000 reads a second',
    reads: perMonth(10_000),
    releases: 150,
    corrections: 600,
    storedGb: 5,
    edge: 0.95,
    database: 'database_large_hour',
    balanced: true,
  },
  {
    name: '10,000 reads a second, nothing kept at the edge',
    reads: perMonth(10_000),
    releases: 150,
    corrections: 600,
    storedGb: 5,
    edge: 0,
    database: 'database_large_hour',
    balanced: true,
  },
];

export const IDLE: Pick<Workload, 'reads' | 'releases' | 'corrections'> = { reads: 0, releases: 0, corrections: 0 };
