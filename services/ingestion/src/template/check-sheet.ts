import type { Methodology } from '@chi-so/domain/methodology';
import { resolveName } from '@chi-so/domain/resolve-name';
import { capOf, componentsFor, readHeader } from '@chi-so/domain/template';
import type { UnitSet } from '@chi-so/domain/unit-set';
import type { Cell } from '../tables/table.ts';
import { columnsOf, type Report, spotOf, statedMaxima, type TemplateSheet, textOf } from './template-sheet.ts';

/** What a user changed of a template besides filling it, compared with the catalogue. */

export type Catalogue = { unitSet: UnitSet; methodology: Methodology };

/** Findings about the sheet, and the ids in it that mean nothing: reported once each, so that their cells need not be. */
export const checkSheet = (sheet: TemplateSheet, catalogue: Catalogue, report: Report): Set<string> => {
  const places = placesIn(sheet);
  const unknown = checkIds(places, sheet, catalogue, report);
  checkStage(sheet, catalogue, report);
  checkUnitNames(places.units, catalogue, report);
  checkComponents(places.components, sheet, catalogue, report);
  checkRemoved(places, sheet, catalogue, report);
  return unknown;
};

/** An id with the name beside it. */
type Place = { id: string; cell: Cell; name: Cell | undefined; isFilled: boolean };
type Places = { units: Place[]; components: Place[] };

const placesIn = (sheet: TemplateSheet): Places => {
  const { form, body, names } = sheet;
  const { description, figures } = columnsOf(sheet);
  const columns = new Set(figures.map(({ column }) => column));
  const isFilled = (cell: Cell) => columns.has(cell.column) && textOf(cell) !== '';
  const at = (row: readonly Cell[], name: string) => row.find(({ column }) => column === description(name));
  const rows = body.flatMap((row): Place[] => {
    const [cell] = row.filter(({ column }) => column === 0);
    const name = at(row, form === 'units' ? 'unit_name' : 'component_name');
    if (!cell) return [];
    return [{ id: textOf(cell), cell, name, isFilled: row.some(isFilled) }];
  });
  const across = figures.map((cell): Place => {
    const name = names.get(cell.column);
    const filled = body.some((row) => row.some((one) => one.column === cell.column && isFilled(one)));
    return { id: textOf(cell), cell, name, isFilled: filled };
  });
  return form === 'units' ? { units: rows, components: across } : { units: across, components: rows };
};

const checkIds = (
  { units, components }: Places,
  { form }: TemplateSheet,
  { unitSet, methodology }: Catalogue,
  report: Report,
): Set<string> => {
  const knownUnits = new Set(unitSet.units.map(({ unit }) => unit));
  const knownComponents = new Set(methodology.components.map(({ component }) => component));
  const strangeUnits = units.filter(({ id }) => !knownUnits.has(id));
  const strangeComponents = components.filter(({ id }) => !knownComponents.has(readHeader(id).component));
  for (const place of form === 'units' ? strangeUnits : strangeComponents) {
    // A note under the table has no figures: it is no loss, but it is not read either.
    if (!place.isFilled) {
      report('info', 'row-added', spotOf(place.cell), 'Dòng thêm này không được đọc', 'This added row is not read');
    }
  }
  for (const { cell, id, isFilled } of strangeUnits) {
    if (!isFilled && form === 'units') continue;
    report(
      'error',
      'unknown-unit',
      spotOf(cell),
      `Không có đơn vị "${id}" trong tập đơn vị ${unitSet.unit_set}`,
      `There is no unit "${id}" in the unit set ${unitSet.unit_set}`,
    );
  }
  for (const { cell, id, isFilled } of strangeComponents) {
    if (!isFilled && form === 'criteria') continue;
    report(
      'error',
      'unknown-component',
      spotOf(cell),
      `Không có chỉ số thành phần "${id}" trong ${methodology.methodology}`,
      `There is no component "${id}" in ${methodology.methodology}`,
    );
  }
  return new Set([...strangeUnits, ...strangeComponents].map(({ id }) => id));
};

const checkStage = ({ stage }: TemplateSheet, { methodology }: Catalogue, report: Report): void => {
  if (stage === 'result' || methodology.stages.includes(stage)) return;
  const id = methodology.methodology;
  report(
    'error',
    'unknown-stage',
    { column: 'A', value: stage },
    `${id} không có bước "${stage}"`,
    `${id} has no stage "${stage}"`,
  );
};

/** Names pasted in another order than the ids would give every score to another unit. */
const checkUnitNames = (units: readonly Place[], { unitSet }: Catalogue, report: Report): void => {
  for (const { id, name } of units) {
    const unit = unitSet.units.find((known) => known.unit === id);
    const text = textOf(name);
    if (!unit || !name || text === '' || text === unit.name_vi.normalize('NFC')) continue;
    const { match, candidates } = resolveName(text, [unitSet]);
    if (match?.unit.unit === id || candidates.some((candidate) => candidate.unit === id)) continue;
    report(
      match ? 'error' : 'warning',
      match ? 'name-mismatch' : 'name-changed',
      spotOf(name),
      `Tên "${text}" đứng cạnh mã ${id} là mã của ${unit.name_vi}`,
      `The name "${text}" stands beside the id ${id}, which is that of ${unit.name_en}`,
    );
  }
};

const checkComponents = (
  places: readonly Place[],
  sheet: TemplateSheet,
  { unitSet, methodology: { components } }: Catalogue,
  report: Report,
): void => {
  const { form, ids } = sheet;
  const maxima = statedMaxima(sheet);
  const inSheet = new Set(ids.map(textOf));
  // The units of a scorecard's sheet are of one league, so any of them has its maxima.
  const groups = form === 'criteria' ? (unitSet.units.find(({ unit }) => inSheet.has(unit))?.groups ?? []) : [];
  for (const { id, name } of places) {
    const component = components.find((known) => known.component === id);
    if (!component) continue;
    const plain = (text: string) =>
      text
        .normalize('NFC')
        .replace(/\(tối đa [^()]*\)\s*$/u, '')
        .trim()
        .toLowerCase();
    const [own, shown] = [plain(component.name_vi), plain(textOf(name))];
    const other = components.find((known) => shown !== own && plain(known.name_vi) === shown);
    if (name && other) {
      report(
        'error',
        'name-mismatch',
        spotOf(name),
        `Tên "${textOf(name)}" là của ${other.component}, không phải của ${id}`,
        `The name "${textOf(name)}" is that of ${other.component}, not of ${id}`,
      );
    }
    const stated = maxima.get(id);
    const possible =
      form === 'criteria'
        ? [capOf(component, groups)]
        : [capOf(component, []), ...Object.keys(component.maxima ?? {}).map((group) => capOf(component, [group]))];
    if (stated && !possible.includes(stated.maximum)) {
      const [most, cap] = [stated.maximum, possible[0] ?? '?'];
      report(
        'warning',
        'maximum-changed',
        { ...spotOf(stated.cell), value: most },
        `Điểm tối đa của ${id} là ${cap}, không phải ${most}: thay đổi này không được đọc`,
        `The maximum of ${id} is ${cap}, not ${most}: this change is not read`,
      );
    }
  }
};

/** A criterion whose row is gone leaves everything above it unknown. Units that are gone are missed when the release is checked. */
const checkRemoved = (
  { units, components }: Places,
  { form, stage }: TemplateSheet,
  { unitSet, methodology }: Catalogue,
  report: Report,
): void => {
  if (stage !== 'result' || !units.some(({ isFilled }) => isFilled)) return;
  const present = new Set(components.map(({ id }) => id));
  const inSheet = new Set(units.map(({ id }) => id));
  const groups = unitSet.units.filter(({ unit }) => inSheet.has(unit)).flatMap((unit) => unit.groups);
  const expected = componentsFor(methodology, groups);
  const parents = new Set(expected.map(({ parent }) => parent));
  for (const { component, name_vi, name_en } of expected) {
    if (present.has(component) || (form === 'criteria' && parents.has(component))) continue;
    report(
      form === 'criteria' ? 'warning' : 'info',
      form === 'criteria' ? 'row-removed' : 'column-removed',
      { value: component },
      `Không còn ${component} (${name_vi}) trong mẫu`,
      `${component} (${name_en}) is no longer in the template`,
    );
  }
};
