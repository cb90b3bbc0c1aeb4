import type { Methodology } from '../data/catalogue.ts';
import type { TrendRow } from '../data/trend.ts';

/** With how many decimals a figure was published: those of the methodology that it is by, since a trend has several. */
export type DecimalsOf = (figure: Pick<TrendRow, 'methodology'>) => number;

export const decimalsBy =
  (methodologies: readonly Pick<Methodology, 'methodology' | 'decimals'>[]): DecimalsOf =>
  ({ methodology }) =>
    methodologies.find((one) => one.methodology === methodology)?.decimals ?? UNKNOWN;

/** As most indices have. */
const UNKNOWN = 2;
