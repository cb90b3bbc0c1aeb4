import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Postgres } from '../postgres.ts';

/**
 * The lines of a release file by COPY from a file that the server reads itself: nothing is checked or kept beside them. It
 * stands for the fastest that a table of PostgreSQL can be filled.
 */
export const copyingScores = async ({ pool, connection }: Postgres, releaseCsv: string) => {
  const file = join(connection.host, 'scores.csv');
  const lines = releaseCsv.split('\n').filter((line) => !line.startsWith('#'));
  // Read by another user.
  writeFileSync(file, lines.join('\n'), { mode: 0o644 });
  await pool.query('drop table if exists score');
  await pool.query(
    'create table score (unit text, component text, score numeric, status text, primary key (unit, component))',
  );
  return {
    empty: () => pool.query('truncate score'),
    copy: () => pool.query(`copy score from '${file}' with (format csv, header)`),
  };
};
