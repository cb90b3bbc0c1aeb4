import { gzipSync } from 'node:zlib';
import type { Published } from '@chi-so/domain/ranking-document';
import { rankingDocument, withChanges } from '@chi-so/domain/ranking-document';
import { seriesColumn } from '@chi-so/domain/series';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { recompute } from '@chi-so/ranking/recompute';
import { indices } from '@chi-so/reference-data/catalogue';
import { readLog } from '@chi-so/storage/logs';
import { rankingAtOutput, rankingOutput } from '@chi-so/storage/rankings';
import { seriesOutput } from '@chi-so/storage/series';
import { announced, aScore } from '../../packages/domain/src/fixtures.ts';
import { writerRequest } from '../faults/writer-request.ts';
import { communes } from './communes.ts';
import { shippedReleases } from './shipped-releases.ts';

/**
 * `npm run bench:recompute`: what one correction costs to rank, in capacity units by item, on all PCI editions of the
 * 63 provinces as they ship; and how much CPU the ranking of 11,000 units takes beyond a bare sort and the compression of
 * the same bytes. In memory: capacity is counted as the service bills it, and no engine's time is in it.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const UNITS = 11_000;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const range = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}) ms`;

const oneCorrection = async (): Promise<void> => {
  const { stores, itemised, forget } = await shippedReleases('pci', 'VN63');
  const log = { index: 'pci', unit_set: 'VN63', edition: 'main' };
  const correction = { reason: 'đo', scores: [{ unit: 'VN63-46', component: 'land', score: 7.5 }] };
  await patchScores(
    stores,
    writerRequest({ index: 'pci', period: '2018' }, { set: 'VN63', edition: 'main', publish: 'true' }, correction),
  );
  const entries = await readLog(stores.records, log);
  forget();
  await recompute(stores, log, [entries.length]);

  console.log(`One corrected cell of PCI 2018 (63 × 11, ${entries.length} log entries, 16 editions), ranked:`);
  for (const { what, read, written, calls } of itemised()) {
    console.log(
      `  ${what.padEnd(34)} ${String(calls).padStart(3)} calls ${read.toFixed(1).padStart(6)} RCU ${String(written).padStart(4)} WCU`,
    );
  }
  const sum = (pick: 'read' | 'written') => itemised().reduce((total, line) => total + line[pick], 0);
  console.log(`  in all ${sum('read')} RCU (target 30), ${sum('written')} WCU (target 100)`);
};

/** One component of so many units, every score with two decimals, no two periods alike. */
const published = (period: string, seed: number): Published => {
  const methodology = indices()
    .find(({ index: { index } }) => index === 'pci')
    ?.methodologies.at(-1);
  if (!methodology) throw new Error('The catalogue lacks PCI');
  const unit_set = communes(UNITS);
  return {
    release: { index: 'pci', period, unit_set: unit_set.unit_set, edition: 'main' },
    publication: { entry: seed, revision: 1, at: '2026-01-01T00:00:00.000Z', cause: 'publish', reason: null },
    pins: { methodology: methodology.methodology, methodology_version: 1, unit_set_version: 1 },
    source: {
      title: 'đo',
      publisher: 'đo',
      kind: 'compilation',
      certainty: 'unknown',
      document: null,
      published_on: null,
      signatory: null,
      url: null,
      notes: [],
    },
    announcement: announced(),
    units: unit_set.units.map(({ unit }, i) => ({
      unit,
      scores: { total: aScore({ score: ((i * 7919 * seed + 104_729) % 10_000) / 100 }) },
    })),
    methodology,
    unit_set,
  };
};

const cpuOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const manyUnits = (): void => {
  const now = published('2019', 3);
  const earlier = rankingDocument(published('2018', 1), 'total');
  const { methodology } = now;
  const outputs = () => {
    const document = rankingDocument(now, 'total');
    const current = withChanges(document, methodology, { period: '2018', ranking: earlier.ranking, methodology });
    const series = {
      component: 'total',
      // As the series of a component names its units.
      units: now.unit_set.units.map(({ unit, name_vi, name_en }) => ({ unit, name_vi, name_en })),
      columns: [seriesColumn(document, methodology.comparisons)],
    };
    const log = { index: 'pci', unit_set: 'COMMUNES', edition: 'main' };
    return [
      rankingAtOutput(now.release, 'total', now.publication, null, { document }),
      rankingOutput(now.release, 'total', 3, null, { document: current }),
      seriesOutput(log, series, 3, null),
    ].map((output) => ('document' in output ? output.document : null));
  };
  const texts = outputs().map((output) => JSON.stringify(output));
  const scores = Float64Array.from(now.units, ({ scores }) => scores.total?.score ?? 0);
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const a = cpuOf(() => outputs().map((output) => gzipSync(JSON.stringify(output))));
    const b = cpuOf(() => [Float64Array.from(scores).sort(), ...texts.map((text) => gzipSync(text))]);
    if (round >= 0) {
      ours.push(a);
      floor.push(b);
    }
  }
  const beyond = ours.map((value, i) => value - (floor[i] ?? 0));
  console.log(
    `${UNITS} units × 1 component (copy by entry, current with changes, series), ${ROUNDS} interleaved rounds, CPU:`,
  );
  console.log(`  ranked, written as JSON and compressed  ${range(ours)}`);
  console.log(`  bare sort and compression of the same   ${range(floor)}`);
  console.log(`  beyond it                               ${range(beyond)} (target 40 ms)`);
};

await oneCorrection();
manyUnits();
