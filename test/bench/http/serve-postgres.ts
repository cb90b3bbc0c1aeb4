import pg from 'pg';
import { answering } from './answer.ts';
import { listening } from './listening.ts';
import { FROM_VIEW, WINDOW } from './queries.ts';

/** A PostgreSQL behind Node's HTTP server: ranked by a window function when asked, or read from a materialised view. */

const [way = '', connection = ''] = process.argv.slice(2);

// Figures as numbers, as everybody sets it: the driver gives what JavaScript cannot always hold as text.
for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) pg.types.setTypeParser(type, Number);
const pool = new pg.Pool({ ...JSON.parse(connection), max: 8 });
const query = { name: way, text: way === 'view' ? FROM_VIEW : WINDOW };

listening(answering(async ({ release }) => (await pool.query({ ...query, values: [release] })).rows));
