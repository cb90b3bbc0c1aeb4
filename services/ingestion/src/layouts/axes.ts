import type { Cell } from '../tables/table.ts';
import { type Grid, placesOf, textOf } from './grid.ts';
import type { UnitNames } from './unit-names.ts';
import { RANK_HEADERS, TAIL_LABELS, UNIT_HEADERS, wordsOf } from './words.ts';

/**
 * Where the units stand in a table. A wide table names them once; a bilingual one twice, side by side; a paired one names
 * them anew for every figure, each pair sorted on its own, so that a line of it is not one unit.
 */

/** A line of the table that is about a unit, or about a name that means none. */
export type UnitLine = { line: number; name: Cell; unit: string | null };

export type Axis = {
  /** The places that name the units; in every line all of them name the same. */
  unitPlaces: number[];
  /** The places whose figures belong to these names. */
  valuePlaces: number[];
  /** The last line above the units: headers and titles stand there and above. */
  headEnd: number;
  units: UnitLine[];
  /** Lines below or between the units that hold figures but are about no unit: Min, Median, a look-up box. */
  passedOver: { line: number; label: string }[];
};

/** Fewer names than this may be a coincidence. */
const FEWEST_UNITS = 2;

/** The axes of a table, from the left; none where it names no units. `tails`: further labels of lines that are no unit. */
export const axesOf = (grid: Grid, names: UnitNames, tails: readonly string[]): Axis[] => {
  const places = placesOf(grid);
  const groups = groupsOf(
    places.filter((place) => namesUnits(grid, place, names)).map((place) => unitsAt(grid, place, names)),
  );
  const naming = new Set(groups.flatMap(({ places: named }) => named));
  const figures = places.filter((place) => !naming.has(place));
  const ranked = ranksBefore(grid, groups, naming);
  return groups.map(({ places: unitPlaces }) => {
    const valuePlaces =
      groups.length === 1
        ? figures
        : figures.filter((place) => unitPlaces.includes(ranked.get(place) ?? leftOf(place, naming)));
    const lines = linesOf(grid, unitPlaces, valuePlaces, names, tails);
    // Titles and notes stand beside the units as well: only what some unit has a cell for can say something of units.
    const used = valuePlaces.filter((place) => lines.units.some(({ line }) => grid.lines.get(line)?.has(place)));
    return { unitPlaces, valuePlaces: used, ...lines };
  });
};

/**
 * Blocks side by side may put the rank before the name: `Hạng | Tỉnh | Điểm | Hạng | Tỉnh | Điểm`. Where every block has the
 * same header of a rank right before its name, the column belongs to the name on its right.
 */
const ranksBefore = (grid: Grid, groups: readonly Named[], naming: ReadonlySet<number>): Map<number, number> => {
  const before = groups.map(({ places }) => ({ name: places[0] ?? 0, place: (places[0] ?? 0) - 1 }));
  const isRank = before.every(
    ({ place }) => !naming.has(place) && texts(grid, place).some(([, text]) => RANK_HEADERS.includes(wordsOf(text))),
  );
  return new Map(isRank ? before.map(({ name, place }) => [place, name]) : []);
};

const leftOf = (place: number, naming: ReadonlySet<number>): number =>
  Math.max(-1, ...[...naming].filter((other) => other < place));

const texts = (grid: Grid, place: number): [line: number, text: string][] =>
  [...grid.lines].flatMap(([line, cells]) => {
    const text = textOf(cells.get(place));
    return text === '' ? [] : [[line, text] as [number, string]];
  });

/** Most texts between the first name and the last are names: a look-up box in a column of figures does not make it one. */
const namesUnits = (grid: Grid, place: number, { unitOf }: UnitNames): boolean => {
  const all = texts(grid, place).map(([, text]) => unitOf(text));
  const first = all.findIndex((unit) => unit !== null);
  const last = all.findLastIndex((unit) => unit !== null);
  const between = all.slice(first, last + 1);
  const found = between.filter((unit) => unit !== null);
  return first >= 0 && new Set(found).size >= FEWEST_UNITS && found.length * 2 >= between.length;
};

type Named = { places: number[]; units: Map<number, string> };

const unitsAt = (grid: Grid, place: number, { unitOf }: UnitNames): Named => ({
  places: [place],
  units: new Map(
    texts(grid, place).flatMap(([line, text]) => {
      const unit = unitOf(text);
      return unit === null ? [] : [[line, unit] as [number, string]];
    }),
  ),
});

/** Places that name the same units line by line are one axis: Vietnamese and English, or three figures sorted alike. */
const groupsOf = (named: readonly Named[]): Named[] => {
  const groups: Named[] = [];
  for (const one of named) {
    const same = groups.find(({ units }) => {
      const common = [...one.units].filter(([line]) => units.has(line));
      return common.length >= FEWEST_UNITS && common.every(([line, unit]) => units.get(line) === unit);
    });
    if (same) same.places.push(...one.places);
    else groups.push({ places: [...one.places], units: one.units });
  }
  return groups;
};

/** A score may be stored as a number or as text with digits. */
export const isFigure = (cell: Cell | undefined): boolean =>
  typeof cell?.value === 'number' || /^[^\p{L}]*\d[\d.,\s]*\s*(%|điểm)?$/u.test(textOf(cell));

const linesOf = (
  grid: Grid,
  unitPlaces: readonly number[],
  valuePlaces: readonly number[],
  names: UnitNames,
  tails: readonly string[],
): Pick<Axis, 'headEnd' | 'units' | 'passedOver'> => {
  const labelled = [...grid.lines].flatMap(([line, cells]) => {
    const named = unitPlaces.map((place) => cells.get(place)).filter((cell) => textOf(cell) !== '');
    const name = named.find((cell) => names.unitOf(textOf(cell)) !== null) ?? named[0];
    if (!name) return [];
    const figures = valuePlaces.filter((place) => isFigure(cells.get(place))).length;
    return [{ line, name, unit: names.unitOf(textOf(name)), figures }];
  });
  const first = labelled.findIndex(({ unit }) => unit !== null);
  const usual = labelled[first]?.figures ?? 0;
  // A misspelt name above the first good one is still a line of figures.
  const start = labelled.findIndex(
    ({ name, unit, figures }, i) =>
      i <= first && (unit !== null || (figures * 2 > usual && !UNIT_HEADERS.includes(wordsOf(textOf(name))))),
  );
  const isTail = (text: string) => isTailLabel(text, tails);
  const body = labelled.slice(start);
  const firsts = firstOccurrences(body);
  const lastNew = Math.max(-1, ...firsts);
  const apartFrom = apartAfter(body, lastNew, grid);
  const units: UnitLine[] = [];
  const passedOver: Axis['passedOver'] = [];
  for (const [i, { line, name, unit, figures }] of body.entries()) {
    const text = textOf(name);
    if (unit !== null && !firsts.has(i) && i >= apartFrom) passedOver.push({ line, label: text });
    else if (unit !== null) units.push({ line, name, unit });
    else if (figures === 0) continue;
    else if (isTail(text) || (i > lastNew + 1 && UNIT_HEADERS.includes(wordsOf(text))))
      passedOver.push({ line, label: text });
    else units.push({ line, name, unit: null });
  }
  return { headEnd: (body[0]?.line ?? 0) - 1, units, passedOver };
};

type Labelled = { line: number; unit: string | null };

/** Where in the body a unit is named for the first time. */
const firstOccurrences = (body: readonly Labelled[]): ReadonlySet<number> => {
  const seen = new Set<string>();
  const firsts = new Set<number>();
  for (const [i, { unit }] of body.entries()) {
    if (unit === null || seen.has(unit)) continue;
    seen.add(unit);
    firsts.add(i);
  }
  return firsts;
};

/**
 * From where on a unit that is named again stands in a look-up box: below the last new unit, once a blank line or something
 * other than a unit has come between.
 */
const apartAfter = (body: readonly Labelled[], lastNew: number, { lines }: Grid): number => {
  const places = new Map([...lines.keys()].map((line, place) => [line, place]));
  for (let i = lastNew + 1; i < body.length; i++) {
    const [above, here] = [body[i - 1], body[i]];
    if (!above || !here) continue;
    const isGap = here.line - above.line > (places.get(here.line) ?? 0) - (places.get(above.line) ?? 0);
    if (isGap || here.unit === null) return i;
  }
  return body.length;
};

const isTailLabel = (text: string, tails: readonly string[]): boolean => {
  const words = wordsOf(text);
  return TAIL_LABELS.includes(words) || tails.includes(words);
};
