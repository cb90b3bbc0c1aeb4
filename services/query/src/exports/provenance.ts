import type { Fact } from '@chi-so/domain/certainty';
import type { FactName, PinnedMethodology } from '@chi-so/domain/methodology';
import type { PublicationOf } from '@chi-so/domain/ranking-document';
import type { Source } from '@chi-so/domain/score';
import { getMethodology } from '@chi-so/storage/catalogue';
import type { ReadTable } from '@chi-so/storage/read-table';
import { listReleases, type ReleaseSummary } from '@chi-so/storage/releases';
import type { FoundTable } from '../formats/table-answer.ts';

/** Where the figures of a file come from and how far they can be relied on: for its second sheet and its description. */

export type MethodologyUsed = Pick<
  PinnedMethodology,
  'methodology' | 'version' | 'name_vi' | 'name_en' | 'direction' | 'decimals' | 'tie_decimals'
> & { facts: Record<FactName, Fact> };

export type Provenance = {
  citation: string | null;
  source: Source | null;
  publication: PublicationOf | null;
  /** Of a series: each release that a row comes from. */
  releases: ReleaseSummary[];
  methodologies: MethodologyUsed[];
  notes: string[];
};

/** What `meta` of a ranking has of it; other tables have less. */
type Meta = Partial<Pick<Provenance, 'citation' | 'source' | 'publication'>> & {
  methodology?: { methodology: string; version: number };
  notes?: string[];
  components?: Record<string, { notes?: string[] }>;
  sources?: string[];
  breaks?: { from: string; to: string; reason: string }[];
};

export const provenanceOf = async (records: ReadTable, { table, rows, meta: all }: FoundTable): Promise<Provenance> => {
  const meta: Meta = all;
  const pins = meta.methodology ? [meta.methodology] : methodologiesIn(rows);
  const index = String(rows[0]?.index ?? '');
  const [methodologies, releases] = await Promise.all([
    Promise.all(pins.map(({ methodology, version }) => used(records, index, methodology, version))),
    table === 'series' ? releasesOf(records, rows) : [],
  ]);
  return {
    citation: meta.citation ?? citationOf(releases),
    source: meta.source ?? null,
    publication: meta.publication ?? null,
    releases,
    methodologies: methodologies.flatMap((one) => one ?? []),
    notes: [
      ...new Set([
        ...(meta.notes ?? []),
        ...Object.values(meta.components ?? {}).flatMap(({ notes = [] }) => notes),
        ...(meta.source?.notes ?? []),
        ...(meta.breaks ?? []).map(({ from, to, reason }) => `${from} → ${to}: ${reason}`),
        ...(meta.sources ?? []),
      ]),
    ],
  };
};

/** In the order in which the rows name them, in their newest version. */
const methodologiesIn = (rows: FoundTable['rows']): { methodology: string; version?: number }[] =>
  [...new Set(rows.flatMap(({ methodology }) => (typeof methodology === 'string' ? [methodology] : [])))]
    // A list of every index's releases has no methodology of its own.
    .filter((_, __, all) => all.length <= 30)
    .map((methodology) => ({ methodology }));

const used = async (
  records: ReadTable,
  index: string,
  id: string,
  number: number | undefined,
): Promise<MethodologyUsed | undefined> => {
  const found = await getMethodology(records, index, id, number);
  if (!found) return undefined;
  const { methodology, version, name_vi, name_en, direction, decimals, tie_decimals, facts } = found;
  return { methodology, version, name_vi, name_en, direction, decimals, tie_decimals, facts };
};

const releasesOf = async (records: ReadTable, rows: FoundTable['rows']): Promise<ReleaseSummary[]> => {
  const wanted = new Set(rows.map(({ period, unit_set, edition }) => `${period} ${unit_set} ${edition}`));
  const index = String(rows[0]?.index ?? '');
  const listed = index === '' ? [] : await listReleases(records, index);
  return listed.filter(({ period, unit_set, edition }) => wanted.has(`${period} ${unit_set} ${edition}`));
};

const citationOf = (releases: readonly ReleaseSummary[]): string | null => {
  const lines = releases.map(({ publisher, title, published_on }) =>
    [publisher, title, published_on].filter(Boolean).join(', '),
  );
  return lines.length > 0 ? [...new Set(lines)].join('; ') : null;
};
