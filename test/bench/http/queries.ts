/** The ranking as SQL, for PostgreSQL and SQLite alike: every column that an answer has. */

const RANKED = `
  select release, unit, unit_name, score, rank_published,
    rank() over (partition by release order by score desc) as rank,
    count(*) over (partition by release) as rank_of,
    count(*) over (partition by release, score) as sharing
  from score`;

const COMPARED = `
  select now.release, now.unit, now.unit_name, now.score, now.rank, now.rank_published, now.rank_of,
    round(100.0 * (now.rank_of - now.rank - now.sharing + 1) / (now.rank_of - 1), 2) as percentile,
    now.sharing > 1 as tied,
    round(now.score - earlier.score, 2) as score_change,
    earlier.rank - now.rank as rank_change
  from ranked now left join ranked earlier on earlier.unit = now.unit and earlier.release = now.release - 1`;

/** Of one release ($1), ranked when it is asked for. */
export const WINDOW = `with ranked as (${RANKED} where release in ($1, $1 - 1))${COMPARED} where now.release = $1 order by now.rank, now.unit`;

/** Of all releases, ranked ahead. */
export const VIEW = `with ranked as (${RANKED})${COMPARED}`;

export const FROM_VIEW = 'select * from ranking where release = $1 order by rank, unit';
