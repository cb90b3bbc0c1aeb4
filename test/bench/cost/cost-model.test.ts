import { describe, expect, it } from 'vitest';
import {
  coresFor,
  IDLE,
  type Operations,
  ours,
  postgres,
  priceOf,
  sumOf,
  WORKLOADS,
  type Workload,
} from './cost-model.ts';

const OPERATIONS: Operations = {
  read: { calls: 1, read: 0.5, written: 0, bytes: 1024, milliseconds: 10, memoryGb: 0.5 },
  release: { calls: 3, read: 100, written: 200, bytes: 0, milliseconds: 2000, memoryGb: 1 },
  correction: { calls: 2, read: 20, written: 60, bytes: 0, milliseconds: 1000, memoryGb: 1 },
  scheduled: { calls: 1, read: 1, written: 0, bytes: 0, milliseconds: 50, memoryGb: 0.5 },
};

const NOTHING = { paid: {}, scheduledCalls: 0 };

const workload = (given: Partial<Workload>): Workload => ({ ...(WORKLOADS[0] as Workload), ...given });
const quantityOf = (all: ReturnType<typeof ours>, name: string) => all.find(({ price }) => price === name)?.quantity;

describe('a price', () => {
  it('has tiers, each for what lies between it and the one before', () => {
    expect(priceOf('gateway_million', 300)).toBeCloseTo(375);
    expect(priceOf('gateway_million', 310)).toBeCloseTo(375 + 10 * 1.13);
  });

  it('of nothing is nothing', () => {
    expect(priceOf('edge_gb', 0)).toBe(0);
  });
});

describe('a month of ours', () => {
  it('sums what reads, releases and corrections consume', () => {
    const found = ours(workload({ reads: 1_000_000, releases: 2, corrections: 3, edge: 0 }), OPERATIONS, NOTHING);
    expect(quantityOf(found, 'read_million')).toBeCloseTo(0.50026);
    expect(quantityOf(found, 'written_million')).toBeCloseTo(0.00058);
    expect(quantityOf(found, 'calls_million')).toBeCloseTo(1.000012, 9);
    expect(quantityOf(found, 'gb_seconds_million')).toBeCloseTo(0.005007);
  });

  it('costs what is stored and nothing else where nobody asks', () => {
    const found = ours(workload({ ...IDLE, storedGb: 1 }), OPERATIONS, NOTHING);
    expect(found.map(({ price }) => price)).toEqual(['stored_gb', 'backup_gb']);
  });

  it('asks the tables only for what the edge does not have, and delivers all of it', () => {
    const found = ours(workload({ reads: 1_000_000, releases: 0, corrections: 0, edge: 0.9 }), OPERATIONS, NOTHING);
    expect(quantityOf(found, 'read_million')).toBeCloseTo(0.05);
    expect(quantityOf(found, 'edge_million')).toBe(1);
  });
});

describe('what stands', () => {
  const standing = { paid: { alarm_month: 10 }, scheduledCalls: 43_800 };

  it('is paid for where nobody asks, on either side; calls by schedules are ours alone, and pass no gateway', () => {
    const found = ours(workload(IDLE), OPERATIONS, standing);
    expect(quantityOf(found, 'alarm_month')).toBe(10);
    expect(quantityOf(found, 'read_million')).toBeCloseTo(0.0438);
    expect(quantityOf(found, 'calls_million')).toBeCloseTo(0.0438);
    expect(quantityOf(found, 'gateway_million')).toBeUndefined();
    const other = postgres(workload(IDLE), OPERATIONS, standing);
    expect([quantityOf(other, 'alarm_month'), quantityOf(other, 'scheduled_million')]).toEqual([10, undefined]);
  });
});

describe('a month of PostgreSQL', () => {
  it('costs the same hours whether anybody asks or not', () => {
    const idle = sumOf(postgres(workload({ ...IDLE, balanced: true }), OPERATIONS, NOTHING));
    const one = sumOf(postgres(workload({ reads: 1000, balanced: true }), OPERATIONS, NOTHING));
    expect(idle).toBeGreaterThan(50);
    expect(one).toBeCloseTo(idle, 2);
  });

  it('has as many cores as its reads need, and two at least', () => {
    expect(coresFor(0)).toBe(2);
    expect(coresFor(10_000 * 730 * 3600)).toBe(40);
  });
});
