import type { Postgres } from '../postgres.ts';

/** The same scores in a table of PostgreSQL, and every ranking of them in a materialised view. */
export const rankedByPostgres = async ({ pool }: Postgres, units: number, components: number) => {
  await pool.query('drop materialized view if exists ranking; drop table if exists score');
  await pool.query(
    'create table score (period int, unit int, component int, score numeric(5, 2), primary key (period, component, unit))',
  );
  await pool.query(
    `insert into score select period, unit, component, ((unit * 7919 + component * 104729) % 900) / 100.0
     from generate_series(2018, 2019) period, generate_series(1, $1::int) unit, generate_series(1, $2::int) component`,
    [units, components],
  );
  await pool.query(
    `create materialized view ranking as select period, component, unit, score,
       rank() over (partition by period, component order by score desc) as rank from score`,
  );
  await pool.query('create unique index on ranking (period, component, unit)');
  await pool.query('analyze');
  return {
    /** Readers go on reading meanwhile, as of ours. */
    correct: async (score: number) => {
      await pool.query('update score set score = $1 where period = 2019 and component = 3 and unit = 2', [score]);
      await pool.query('refresh materialized view concurrently ranking');
    },
    /** The score of that unit as it is ranked. */
    read: async (): Promise<number> => {
      const { rows } = await pool.query(
        'select * from ranking where period = 2019 and component = 3 order by rank, unit',
      );
      return Number(rows.find(({ unit }) => unit === 2)?.score);
    },
  };
};
