import { gzipSync } from 'node:zlib';
import type { Published } from '@chi-so/domain/ranking-document';
import { rankingDocument, withChanges } from '@chi-so/domain/ranking-document';
import { seriesColumn } from '@chi-so/domain/series';
import { patchScores } from '@chi-so/ingestion/patch-scores';
import { recompute as ranked } from '@chi-so/ranking/recompute';
import { indices } from '@chi-so/reference-data/catalogue';
import { readLog } from '@chi-so/storage/logs';
import { rankingAtOutput, rankingOutput } from '@chi-so/storage/rankings';
import { seriesOutput } from '@chi-so/storage/series';
import { announced, aScore } from '../../packages/domain/src/fixtures.ts';
import { writerRequest } from '../faults/writer-request.ts';
import { communes } from './communes.ts';
import type { Bench, Table } from './figures.ts';
import { inTurn } from './in-turn.ts';
import { shippedReleases } from './shipped-releases.ts';
import { spreadOf } from './statistics.ts';

const UNITS = 11_000;

const READ = 'one corrected cell of PCI 2018: RCU';
const WRITTEN = 'one corrected cell of PCI 2018: WCU';
const BEYOND = '11,000 units ranked: ms of CPU beyond a sort and the compression';

export const recompute: Bench = {
  name: 'recompute',
  compares:
    'What one correction costs to rank, in capacity units by item, on all PCI editions as they ship; and the CPU of ranking 11,000 units beside a bare sort and the compression of the same bytes.',
  targets: { [READ]: { most: 30 }, [WRITTEN]: { most: 100 }, [BEYOND]: { most: 40 } },
  minutes: 1,
  run: async ({ quick }) => {
    const corrected = await oneCorrection();
    const ranked = await manyUnits(quick ? 3 : 15);
    return {
      tables: [corrected.table, ranked.table],
      measured: { ...corrected.measured, [BEYOND]: ranked.beyond },
      versions: {},
      notes: ['In memory: capacity is counted as the service bills it, and no engine’s time is in it.'],
    };
  },
};

const oneCorrection = async () => {
  const { stores, itemised, forget } = await shippedReleases('pci', 'VN63');
  const log = { index: 'pci', unit_set: 'VN63', edition: 'main' };
  const correction = { reason: 'đo', scores: [{ unit: 'VN63-46', component: 'land', score: 7.5 }] };
  await patchScores(
    stores,
    writerRequest({ index: 'pci', period: '2018' }, { set: 'VN63', edition: 'main', publish: 'true' }, correction),
  );
  const entries = await readLog(stores.records, log);
  forget();
  await ranked(stores, log, [entries.length]);
  const sum = (pick: 'read' | 'written' | 'calls') => itemised().reduce((total, line) => total + line[pick], 0);
  const rows = itemised().map(({ what, calls, read, written }) => [what, calls, read, written]);
  const table: Table = {
    title: `One corrected cell of PCI 2018 (63 × 11, ${entries.length} log entries, 16 editions), ranked`,
    columns: ['', 'calls', 'RCU', 'WCU'],
    rows: [...rows, ['in all', sum('calls'), sum('read'), sum('written')]],
  };
  return { table, measured: { [READ]: sum('read'), [WRITTEN]: sum('written') } };
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

const cpuOf = (work: () => unknown) => (): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const manyUnits = async (rounds: number) => {
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
  const { ours, floor } = await inTurn(
    { rounds, warmUp: 3 },
    {
      ours: cpuOf(() => outputs().map((output) => gzipSync(JSON.stringify(output)))),
      floor: cpuOf(() => [Float64Array.from(scores).sort(), ...texts.map((text) => gzipSync(text))]),
    },
  );
  const beyond = spreadOf(ours.map((value, i) => value - (floor[i] ?? Number.NaN)));
  const table: Table = {
    title: `${UNITS.toLocaleString('en-US')} units × 1 component (copy by entry, current with changes, series), ${rounds} rounds, ms of CPU`,
    columns: ['ranked, written as JSON, compressed', 'bare sort and compression of the same', 'beyond it'],
    rows: [[spreadOf(ours), spreadOf(floor), beyond]],
  };
  return { table, beyond };
};
