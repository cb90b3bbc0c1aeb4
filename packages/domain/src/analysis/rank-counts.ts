/** How often each unit came to each rank, over many rankings of the same units. Typed arrays: there are millions of steps. */

export type RankCounts = {
  /** Ranks the units by their figures, the greater the better, and counts. Equal figures share a rank (1, 2, 2, 4). */
  count: (figures: Float64Array) => void;
  /** The smallest rank that a unit reached in at least this share of the rankings, with everything better. */
  quantile: (unit: number, share: number) => number;
};

/** For so many units; of more than 65,535 rankings a count would overflow. */
export const rankCounts = (units: number): RankCounts => {
  const counts = new Uint16Array(units * units);
  // The order of the ranking before: the next one differs little, so that sorting by insertion has little to move.
  const order = Uint32Array.from({ length: units }, (_, i) => i);
  const sorted = new Float64Array(units);
  let rankings = 0;
  return {
    count: (figures) => {
      for (let i = 0; i < units; i++) {
        const unit = order[i] as number;
        const figure = figures[unit] as number;
        let at = i - 1;
        while (at >= 0 && (sorted[at] as number) < figure) {
          sorted[at + 1] = sorted[at] as number;
          order[at + 1] = order[at] as number;
          at--;
        }
        sorted[at + 1] = figure;
        order[at + 1] = unit;
      }
      let rank = 0;
      for (let i = 0; i < units; i++) {
        if (i === 0 || sorted[i] !== sorted[i - 1]) rank = i;
        const place = (order[i] as number) * units + rank;
        counts[place] = (counts[place] as number) + 1;
      }
      rankings++;
    },
    quantile: (unit, share) => {
      let seen = 0;
      for (let rank = 0; rank < units; rank++) {
        seen += counts[unit * units + rank] as number;
        if (seen >= share * rankings) return rank + 1;
      }
      return units;
    },
  };
};
