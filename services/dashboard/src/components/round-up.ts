import { roundHalfUp } from '@chi-so/domain/decimal';

/** The smallest figure with so many decimals that is not below the value. */
export const roundUp = (value: number, decimals: number): number => {
  const rounded = roundHalfUp(value, decimals);
  return rounded >= value ? rounded : roundHalfUp(rounded + 10 ** -decimals, decimals);
};
