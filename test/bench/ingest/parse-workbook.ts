import { readFileSync } from 'node:fs';
import { readContents } from '@chi-so/ingestion/contents';

/** In a process of its own: reads a workbook once, and says how long it took and how much memory the process ever had. */

const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const megabytes = () => process.resourceUsage().maxRSS / 1024;
const before = megabytes();
const start = performance.now();
const contents = await readContents(bytes);
const milliseconds = performance.now() - start;
if (contents.kind !== 'tables') throw new Error(`Read as ${contents.kind}`);
const rows = contents.tables.reduce((sum, table) => sum + table.rows.length, 0);
process.stdout.write(JSON.stringify({ rows, milliseconds, before, peak: megabytes() }));
