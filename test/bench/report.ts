import type { Bench, Cell, Figures, Table, Target } from './figures.ts';
import type { Machine } from './machine.ts';
import type { Spread } from './statistics.ts';

/** Figures as Markdown, which is read on a terminal as well. */

export type Outcome = Pick<Bench, 'name' | 'compares' | 'targets'> & { seconds: number } & (
    | { figures: Figures }
    | { failure: string }
  );

/** Whether a figure stands; of a spread its median counts. */
export const isMet = (measured: Spread | number, target: Target): boolean => {
  const value = typeof measured === 'number' ? measured : measured.median;
  return 'most' in target ? value <= target.most : value >= target.least;
};

export const reportOf = (title: string, date: string, machine: Machine, outcomes: readonly Outcome[]): string =>
  [
    `# ${title}`,
    `Made by \`npm run bench -- ${outcomes.length === 1 ? outcomes[0]?.name : 'all'}\`; not written by hand. Every comparison is made in turn on one machine, so the ratios say more than the times. A figure is a median; in brackets are its quartiles.`,
    `${date}, commit ${machine.commit}. ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.engines.join(', ')}; ${machine.busy.toFixed(1)} processes wanted a core when it began.`,
    ...(outcomes.length > 1 ? [summaryOf(outcomes)] : []),
    ...outcomes.map(sectionOf),
    '',
  ].join('\n\n');

const sectionOf = (outcome: Outcome): string => {
  const head = [`## ${outcome.name}`, outcome.compares];
  if ('failure' in outcome)
    return [...head, `**Failed** after ${whole(outcome.seconds)} s: ${outcome.failure}`].join('\n\n');
  const { tables, versions, notes } = outcome.figures;
  const used = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
  return [
    ...head,
    ...(used.length > 0 ? [`With ${used.join(', ')}.`] : []),
    ...tables.map((table) => `${table.title}\n\n${tableText(table)}`),
    ...(Object.keys(outcome.targets).length > 0 ? [tableText(targetsOf([outcome]))] : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
};

const summaryOf = (outcomes: readonly Outcome[]): string => {
  const failed = outcomes.filter((outcome) => 'failure' in outcome).map(({ name }) => name);
  return [tableText(targetsOf(outcomes, true)), ...(failed.length > 0 ? [`Failed: ${failed.join(', ')}.`] : [])].join(
    '\n\n',
  );
};

const targetsOf = (outcomes: readonly Outcome[], named = false): Table => ({
  title: '',
  columns: [...(named ? ['bench'] : []), 'target', 'held to', 'measured', ''],
  rows: outcomes.flatMap((outcome) =>
    Object.entries(outcome.targets).map(([what, target]) => {
      const measured = 'figures' in outcome ? (outcome.figures.measured[what] ?? null) : null;
      const verdict = measured === null ? 'not measured' : isMet(measured, target) ? 'met' : 'missed';
      return [...(named ? [outcome.name] : []), what, limitText(target), measured, verdict];
    }),
  ),
});

const limitText = (target: Target): string =>
  'most' in target ? `at most ${cellText(target.most)}` : `at least ${cellText(target.least)}`;

export const tableText = ({ columns, rows }: Table): string => {
  const texts = [columns, ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, i) => Math.max(3, ...texts.map((row) => (row[i] ?? '').length)));
  // A column that has a figure is one of figures.
  const isOfFigures = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number' || isSpread(row[i] ?? null)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (isOfFigures[i] ? (cells[i] ?? '').padStart(width) : (cells[i] ?? '').padEnd(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (isOfFigures[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  const [head = [], ...body] = texts;
  return [line(head), rule, ...body.map(line)].join('\n');
};

const isSpread = (cell: Cell): cell is Spread => typeof cell === 'object' && cell !== null;

export const cellText = (cell: Cell): string => {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return figureText(cell);
  if (cell.low === cell.high) return figureText(cell.median);
  return `${figureText(cell.median)} (${figureText(cell.low)}–${figureText(cell.high)})`;
};

/** Three significant digits, and no fewer than the whole number has. */
const figureText = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const rounded = Number(value.toFixed(Math.min(digits, 6)));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 });
};

const whole = (value: number): string => value.toFixed(0);
