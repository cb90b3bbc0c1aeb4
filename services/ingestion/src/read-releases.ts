import { errorsIn, type Finding } from '@chi-so/domain/finding';
import type { ReleaseId } from '@chi-so/domain/identity';
import { checkRelease } from '@chi-so/domain/release-check';
import { notFound, Problem } from '@chi-so/runtime/problem';
import { type Catalogue, methodologiesFor } from './catalogue-reader.ts';
import { type Contents, readContents } from './contents.ts';
import { recognise } from './layouts/recognise.ts';
import { releaseOfBody } from './release-json.ts';
import { type Reading, releaseOfReading } from './release-table.ts';
import { type ReadRelease, releaseOfTables } from './released-tables.ts';
import { unreadable } from './report.ts';
import { releaseIdOf, type Said, sourceSaid } from './said.ts';
import { readTemplate } from './template/read-template.ts';

/** The releases that a file holds, read but not yet checked; and what of it could not be recognised. */
export type ReadFile = { releases: ReadRelease[]; unrecognised: Finding[] };

/** @throws Problem 4xx for a file that cannot be read, or that contradicts what the sender says. */
export const readReleases = async (bytes: Buffer, said: Said, catalogue: Catalogue): Promise<ReadFile> => {
  const contents = await readContents(bytes);
  if (contents.kind !== 'tables') return { releases: [await ownRelease(contents, said, catalogue)], unrecognised: [] };
  await requireKnown(said, catalogue);
  const { index, period, set, layout, methodology } = said;
  const { recognised, unrecognised } = await recognise(
    contents.tables,
    said.filename ?? '',
    { index, period, unit_set: set, layout, methodology },
    catalogue,
  );
  const releases = recognised.map((one) => releaseOfTables(one, said));
  for (const release of releases) release.findings.unshift(...contents.findings);
  return { releases, unrecognised: unrecognised.flatMap(({ findings }) => findings) };
};

/** A release in our own layout, template or JSON names every id itself. */
const ownRelease = async (
  contents: Exclude<Contents, { kind: 'tables' }>,
  said: Said,
  catalogue: Catalogue,
): Promise<ReadRelease> => {
  const { kind } = contents;
  const release = kind === 'json' ? releaseIdOf(said, contents.body) : releaseOfLines(readingOf(contents), said);
  const known = await catalogueFor(release, methodologyOf(contents), said, catalogue);
  // A template is read once more: only against the catalogue it shows what else was changed in it.
  const reading = kind === 'json' ? null : readingOf(contents, known);
  const file = kind === 'json' ? releaseOfBody(contents.body, release) : releaseOfReading(reading as Reading, release);
  // Whoever uses our own layout means every line of it: a faulty one is refused whole.
  const findings = reading?.findings ?? [];
  if (errorsIn(findings).length > 0) {
    throw unreadable([...findings, ...checkRelease(file, known.unitSet, known.methodology)]);
  }
  return {
    file: { ...file, source: { ...file.source, ...sourceSaid(said) } },
    findings,
    layout: kind,
    sheet: null,
    ...known,
  };
};

const readingOf = (
  contents: Extract<Contents, { kind: 'release' | 'template' }>,
  known?: Parameters<typeof readTemplate>[1],
): Reading => (contents.kind === 'release' ? contents.reading : readTemplate(contents.tables, known));

const methodologyOf = (contents: Exclude<Contents, { kind: 'tables' }>): string | null =>
  (contents.kind === 'json' ? contents.body.methodology : readingOf(contents).preamble.get('methodology')?.[0]) ?? null;

const releaseOfLines = ({ preamble }: Reading, said: Said): ReleaseId => {
  const line = (key: string) => preamble.get(key)?.[0];
  return releaseIdOf(said, {
    index: line('index'),
    period: line('period'),
    unit_set: line('unit_set'),
    edition: line('edition'),
  });
};

const requireKnown = async ({ index, set }: Said, catalogue: Catalogue): Promise<void> => {
  if (index && !(await catalogue.indices()).some((known) => known.index === index)) {
    throw notFound(`Không có chỉ số "${index}"`, `There is no index "${index}"`);
  }
  if (set && !(await catalogue.unitSet(set))) {
    throw notFound(`Không có tập đơn vị "${set}"`, `There is no unit set "${set}"`);
  }
};

const catalogueFor = async (
  { index, period, unit_set }: ReleaseId,
  named: string | null,
  said: Said,
  catalogue: Catalogue,
) => {
  const asked = said.methodology ?? named;
  // Side by side: one after the other, a small release would wait longer for these than for anything else.
  await Promise.all([
    catalogue.indices(),
    catalogue.unitSet(unit_set),
    ...(asked === null ? [] : [catalogue.methodology(index, asked)]),
  ]);
  await requireKnown({ index, set: unit_set }, catalogue);
  const unitSet = await catalogue.unitSet(unit_set);
  const fitting = methodologiesFor(await catalogue.methodologies(index), period, unit_set);
  const id = asked ?? (fitting.length === 1 ? fitting[0]?.methodology : undefined);
  const methodology = id === undefined ? undefined : await catalogue.methodology(index, id);
  if (!methodology || !unitSet) {
    throw noMethodology(
      index,
      period,
      id ?? null,
      fitting.map((one) => one.methodology),
    );
  }
  return { methodology, unitSet };
};

const noMethodology = (index: string, period: string, named: string | null, candidates: string[]): Problem =>
  new Problem(
    422,
    'methodology',
    named === null
      ? { vi: `Hãy nêu phương pháp của ${index} ${period}`, en: `Name the methodology of ${index} ${period}` }
      : { vi: `Không có phương pháp "${named}"`, en: `There is no methodology "${named}"` },
    { candidates },
  );
