import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import { answering } from './answer.ts';
import { listening } from './listening.ts';
import { WINDOW } from './queries.ts';
import type { Found } from './tables.ts';

/** SQLite in the process of an Express server, ranked by a window function when asked. */

const [file = ''] = process.argv.slice(2);
const query = new DatabaseSync(file, { readOnly: true }).prepare(WINDOW.replaceAll('$1', '?1'));

const app = express().disable('x-powered-by');
app.get(
  '/v1/rankings/:index/:period',
  answering(({ release }) => query.all(release) as unknown as Found[]),
);
listening(app);
