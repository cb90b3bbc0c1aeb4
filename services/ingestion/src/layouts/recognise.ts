import { type Finding, finding } from '@chi-so/domain/finding';
import { TOTAL } from '@chi-so/domain/identity';
import { isLayoutFor, type Layout } from '@chi-so/domain/layout';
import type { PinnedMethodology } from '@chi-so/domain/methodology';
import type { PinnedUnitSet } from '@chi-so/domain/unit-set';
import { type Catalogue, methodologiesFor } from '../catalogue-reader.ts';
import type { Table } from '../tables/table.ts';
import { axesOf } from './axes.ts';
import { type Edition, editionsOf, type Found, tablesWithUnits } from './editions.ts';
import { type PeriodEvidence, periodOf, unitSetOfNames } from './evidence.ts';
import { type Grid, textOf } from './grid.ts';
import { nearMisses } from './near-miss.ts';
import { type GridReading, headTexts, readGrid } from './read-grid.ts';
import { type UnitNames, unitNamesOf } from './unit-names.ts';
import { vocabularyOf } from './vocabulary.ts';
import { longestHeld, wordsOf, yearsIn } from './words.ts';

/**
 * Which releases a file holds, told by its content: where units are named, what the headers say, which year and which
 * index the titles name. What the sender says goes before what the file says; nothing is guessed where signs are missing.
 */

export type Said = { index?: string; period?: string; unit_set?: string; layout?: string; methodology?: string };

export type Recognised = {
  index: string;
  period: string;
  unitSet: PinnedUnitSet;
  names: UnitNames;
  methodology: PinnedMethodology;
  layout: Layout | null;
  /** The table that is read, and others of the file for components that it lacks. */
  readings: GridReading[];
  findings: Finding[];
};

/** Why a file, or a part of it, was not recognised. */
export type Unrecognised = { findings: Finding[] };

export const recognise = async (
  tables: readonly Table[],
  fileName: string,
  said: Said,
  catalogue: Catalogue,
): Promise<{ recognised: Recognised[]; unrecognised: Unrecognised[] }> => {
  const populations = await populationsFor(said, catalogue);
  const visible = tables.filter(({ hidden }) => !hidden);
  const found = tablesWithUnits(visible, populations);
  const candidates = found.length > 0 ? found : tablesWithUnits(tables, populations);
  if (candidates.length === 0) return { recognised: [], unrecognised: [{ findings: [noUnits(tables)] }] };

  const editions = editionsOf(candidates, fileName, said, populations);
  if (editions.length === 0) return { recognised: [], unrecognised: [{ findings: [otherPeriods(candidates)] }] };
  const results = await Promise.all(
    editions.map((edition) => recogniseEdition(edition, fileName, said, catalogue, populations)),
  );
  const hidden = found.length > 0 ? tables.filter((table) => table.hidden).map(hiddenSheet) : [];
  const recognised = results.flatMap((result) => ('readings' in result ? [result] : []));
  for (const one of recognised) one.findings.push(...hidden);
  return { recognised, unrecognised: results.flatMap((result) => ('readings' in result ? [] : [result])) };
};

/** The unit sets that names may be looked for in. */
const populationsFor = async ({ index, unit_set }: Said, catalogue: Catalogue): Promise<PinnedUnitSet[]> => {
  const sets = await catalogue.unitSets();
  const known = (await catalogue.indices()).find((one) => one.index === index);
  const wanted = sets.filter((set) =>
    unit_set
      ? set.unit_set === unit_set
      : known?.level === 'inside-province'
        ? set.parent !== null
        : set.parent === null,
  );
  const read = await Promise.all(wanted.map((set) => catalogue.unitSet(set.unit_set)));
  return read.flatMap((set) => set ?? []);
};

const recogniseEdition = async (
  { tables, year, unit_set }: Edition,
  fileName: string,
  said: Said,
  catalogue: Catalogue,
  populations: readonly PinnedUnitSet[],
): Promise<Recognised | Unrecognised> => {
  const largest = tables.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
  const evidence: PeriodEvidence = {
    said: said.period ?? year,
    fileName: year ? '' : fileName,
    sheets: year ? [] : [largest.grid.table.sheet ?? ''],
    texts: year ? [] : titlesOf(largest.grid, populations),
  };
  const { period, findings } = periodOf(evidence);
  if (period === null) return { findings: [periodUnknown(tables)] };
  const unitSet = unitSetOfNames(
    populations.map((set) => ({ unitSet: set, found: largest.counts.get(set.unit_set) ?? 0 })),
    period,
  );
  const population = populations.find((set) => set.unit_set === (said.unit_set ?? unit_set ?? unitSet?.unit_set));
  if (!population) return { findings: [unitSetUnknown(period, populations)] };

  const names = unitNamesOf(population, `${Number(period.slice(0, 4)) + 1}-12-31`);
  const tried = await readUnderEveryIndex(tables, fileName, said, period, names, catalogue);
  const [best, second] = tried.toSorted((a, b) => b.worth - a.worth);
  if (!best || best.worth === 0 || best.readings.length === 0) {
    return {
      findings: nearMisses(
        tried.flatMap(({ readings, methodology }) => readings.map((reading) => ({ reading, methodology }))),
        names,
      ),
    };
  }
  if (second && second.worth === best.worth && second.methodology.index !== best.methodology.index) {
    return { findings: [indexUnknown([best.methodology.index, second.methodology.index])] };
  }
  const { methodology, layout, readings } = best;
  return { index: methodology.index, period, unitSet: population, names, methodology, layout, readings, findings };
};

const sizeOf = ({ counts, grid }: Found): number => Math.max(0, ...counts.values()) * 1000 + grid.lines.size;

const titlesOf = (grid: Grid, populations: readonly PinnedUnitSet[]): string[] => {
  const [first] = populations
    .map((set) => axesOf(grid, unitNamesOf(set, undefined), []))
    .filter((axes) => axes.length > 0)
    .sort((a, b) => (b[0]?.units.length ?? 0) - (a[0]?.units.length ?? 0));
  const end = Math.max(0, ...(first ?? []).map(({ headEnd }) => headEnd));
  return [...grid.lines]
    .filter(([line]) => line <= end)
    .flatMap(([, cells]) => [...cells.values()].map(({ value }) => String(value)));
};

type Tried = { methodology: PinnedMethodology; layout: Layout | null; readings: GridReading[]; worth: number };

/** Reads the tables under each index that they could be of. What the titles name counts before what the columns suggest. */
const readUnderEveryIndex = async (
  tables: readonly Found[],
  fileName: string,
  said: Said,
  period: string,
  names: UnitNames,
  catalogue: Catalogue,
): Promise<Tried[]> => {
  const indices = (await catalogue.indices()).filter(({ index }) => !said.index || index === said.index);
  const layouts = await catalogue.layouts();
  const tried = await Promise.all(
    indices.map(async ({ index, name_vi, name_en }) => {
      const fitting = methodologiesFor(await catalogue.methodologies(index), period, names.unitSet.unit_set);
      const id = said.methodology ?? (fitting.length === 1 ? fitting[0]?.methodology : undefined);
      const methodology = id === undefined ? undefined : await catalogue.methodology(index, id);
      if (!methodology) return [];
      const own = layouts
        .filter((layout) => isLayoutFor(layout, index, names.unitSet.unit_set))
        .filter(({ layout }) => !said.layout || layout === said.layout);
      const eligible = said.layout ? own : own.filter((layout) => isKnownByWords(layout, tables));
      // Of equals the first is taken: publishers' layouts, then the methodology's own names, then what users saved.
      const [published, saved] = [eligible.filter(isPublishers), eligible.filter((layout) => !isPublishers(layout))];
      return [...published, ...(said.layout ? [] : [null]), ...saved].map((layout): Tried => {
        const vocabulary = vocabularyOf(methodology, layout);
        const readings = chosen(tables.flatMap(({ grid }) => readGrid(grid, vocabulary, names, period) ?? []));
        const titled = [fileName, ...tables.map(({ grid }) => grid.table.sheet ?? ''), ...readings.flatMap(headTexts)];
        const phrases = [...vocabulary.titles, ...[name_vi, name_en].map(wordsOf)];
        const isNamed = Boolean(said.index) || titled.some((text) => longestHeld(wordsOf(text), phrases) > 0);
        const components = readings[0]?.components.length ?? 0;
        // Without a name the columns must tell: a lone column of scores could be of any index.
        const worth = components === 0 || (!isNamed && components < 3) ? 0 : components + (isNamed ? 1000 : 0);
        return { methodology, layout, readings, worth };
      });
    }),
  );
  return tried.flat();
};

/**
 * A layout that names columns by their letters fits any table, so it is taken by itself only where the table has every
 * header that it names as well.
 */
const isKnownByWords = ({ columns }: Layout, tables: readonly Found[]): boolean => {
  if (columns.every(({ column }) => column === undefined)) return true;
  const named = columns.filter(({ headers }) => headers.length > 0);
  const texts = tables.flatMap(({ grid }) =>
    [...grid.lines.values()].flatMap((cells) => [...cells.values()].map(textOf)),
  );
  const words = new Set(texts.filter(Boolean).map(wordsOf));
  return named.length > 0 && named.every(({ headers }) => headers.some((header) => words.has(wordsOf(header))));
};

const isPublishers = ({ publisher }: Layout): boolean => publisher !== null;

/** The table with the most components of the most units; after it those that have a component it lacks. */
const chosen = (readings: GridReading[]): GridReading[] => {
  const ordered = readings.toSorted((a, b) => worthOf(b) - worthOf(a));
  const [best, ...others] = ordered;
  if (!best) return [];
  const known = new Set(best.components);
  const supplements = others.filter(({ components, units }) => {
    const isNew = components.some((component) => !known.has(component)) && units.length >= best.units.length * 0.9;
    if (isNew && known.size > 0) for (const component of components) known.add(component);
    return isNew && best.components.length > 0;
  });
  return [best, ...supplements];
};

const worthOf = ({ components, units, unmapped }: GridReading): number =>
  components.length * units.length + (components.includes(TOTAL) ? units.length / 2 : 0) - unmapped.length;

const noUnits = (tables: readonly Table[]): Finding =>
  finding(
    'error',
    'no-units',
    { sheet: tables[0]?.sheet ?? null },
    'Không tìm thấy cột nào ghi tên đơn vị (tỉnh, sở, huyện …)',
    'No column that names units (provinces, departments, districts …) was found',
  );

const otherPeriods = (tables: readonly Found[]): Finding => {
  const years = [...new Set(tables.flatMap(({ grid }) => yearsIn(grid.table.sheet ?? '')))].join(', ');
  return finding(
    'error',
    'period-unknown',
    { value: years },
    `Các trang của tệp là của năm ${years}, không có kỳ được hỏi`,
    `The sheets of the file are of ${years}; the period that is asked for is not among them`,
  );
};

const periodUnknown = (tables: readonly Found[]): Finding =>
  finding(
    'error',
    'period-unknown',
    { sheet: tables[0]?.grid.table.sheet ?? null },
    'Tệp không cho biết kỳ nào: hãy nêu kỳ (ví dụ period=2023)',
    'The file does not tell its period: name it (such as period=2023)',
  );

const unitSetUnknown = (period: string, populations: readonly PinnedUnitSet[]): Finding => {
  const sets = populations.map(({ unit_set }) => unit_set).join(', ');
  return finding(
    'error',
    'unit-set-unknown',
    { value: period },
    `Không rõ tập đơn vị của kỳ ${period}: hãy nêu set (${sets})`,
    `Which unit set the period ${period} is about is not clear: name the set (${sets})`,
  );
};

const indexUnknown = (indices: readonly string[]): Finding =>
  finding(
    'error',
    'index-unknown',
    { value: indices.join(', ') },
    `Bảng có thể là của ${indices.join(' hoặc ')}: hãy nêu index`,
    `The table could be of ${indices.join(' or ')}: name the index`,
  );

const hiddenSheet = ({ sheet }: Table): Finding =>
  finding(
    'info',
    'hidden-sheet',
    { sheet },
    `Trang ẩn "${sheet}" không được đọc`,
    `The hidden sheet "${sheet}" is not read`,
  );
