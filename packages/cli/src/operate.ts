import { resolve } from 'node:path';
import { rebuild } from '@chi-so/ranking/rebuild';
import type { Progress } from './bootstrap.ts';
import { drill } from './drill.ts';
import { drillText } from './drill-text.ts';
import { exportRecords } from './export-records.ts';
import { exportText, importText } from './export-text.ts';
import { importRecords } from './import-records.ts';
import type { Surroundings } from './ingest.ts';
import type { AskedOperation } from './operator-options.ts';
import { clearProgress } from './progress-bar.ts';
import { isRight, rebuildRankings, rebuildText } from './rebuild-rankings.ts';
import { readServing } from './serving.ts';
import { type Tables, tablesNamed } from './tables-named.ts';
import { troubleOf } from './trouble.ts';
import { watchOn } from './watch.ts';

type Around = Omit<Surroundings, 'env' | 'pauses'> & { signal?: AbortSignal };
type Result = { report: object; text: string; isGood: boolean };

/** `chiso export`, `import`, `rebuild`, `drill`: finds the tables, does the work, says what came of it. */
export const operate = async (asked: AskedOperation, around: Around): Promise<0 | 1 | 3> => {
  const { lang } = asked;
  const tables = tablesNamed(asked.tables, (around.readServing ?? readServing)());
  if ('vi' in tables) {
    around.err.write(`${tables[lang]}\n`);
    return 3;
  }
  try {
    const { report, text, isGood } = await work(asked, tables, around);
    clearProgress(around.err);
    around.out(asked.isJson ? JSON.stringify(report) : text);
    return isGood ? 0 : 1;
  } catch (error) {
    clearProgress(around.err);
    const { text, code } = troubleOf(error, tables.records.name);
    around.err.write(`${text[lang]}\n`);
    return code;
  }
};

const work = async (asked: AskedOperation, tables: Tables, { from, err, signal }: Around): Promise<Result> => {
  const { lang } = asked;
  const watch = watchOn(err, lang, signal);
  if (asked.kind === 'export') {
    const report = await exportRecords(tables.records, resolve(from, asked.file), watch);
    return { report, text: exportText(report, lang), isGood: report.is_ledger_whole };
  }
  if (asked.kind === 'import') {
    const report = await importRecords(tables.records, resolve(from, asked.file), watch);
    return { report, text: importText(report, lang), isGood: true };
  }
  const progress: Progress = (log, done, of) => watch(RECOMPUTING, `${done + 1}/${of} ${log}`);
  if (asked.kind === 'drill') {
    const report = await drill(tables, (copies) => rebuild(copies, { write: true, progress }), watch);
    return { report, text: drillText(report, lang), isGood: report.is_same };
  }
  const report = await rebuildRankings(tables, asked, rebuild, progress);
  return { report, text: rebuildText(report, lang, asked.showsAll), isGood: isRight(report) };
};

const RECOMPUTING = { vi: 'Đang tính lại', en: 'Recomputing' };
