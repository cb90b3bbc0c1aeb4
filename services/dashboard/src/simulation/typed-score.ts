import { decimalsOf } from '@chi-so/domain/decimal';

/** A score with a comma or a point; null where it is none, has more decimals than the release, or is off the scale. */
export const typedScore = (
  text: string,
  decimals: number,
  scale: { low: number; high: number } | null,
): number | null => {
  const trimmed = text.trim();
  if (!/^\d+([.,]\d*)?$/.test(trimmed)) return null;
  const score = Number(trimmed.replace(',', '.'));
  const isOnScale = scale === null || (score >= scale.low && score <= scale.high);
  return isOnScale && decimalsOf(score) <= decimals ? score : null;
};
