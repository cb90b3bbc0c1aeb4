/** What Accept asks for, of the formats that a table has. */

const TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Range = { type: string; weight: number };

/**
 * The format that is named with the greatest weight; undefined where none is. A wildcard names nothing: it is how a
 * client says that it takes whatever comes, which is JSON.
 */
export const preferredFormat = (accept: string | undefined): keyof typeof TYPES | undefined => {
  if (!accept) return undefined;
  const ranges = accept.split(',').map(rangeOf);
  const [best] = (Object.keys(TYPES) as (keyof typeof TYPES)[])
    .map((format) => ({ format, weight: ranges.find(({ type }) => type === TYPES[format])?.weight ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const wildcard = Math.max(0, ...ranges.filter(({ type }) => type === '*/*').map(({ weight }) => weight));
  return best && best.weight >= wildcard ? best.format : undefined;
};

const rangeOf = (range: string): Range => {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, weight: weight === undefined ? 1 : Number(weight) || 0 };
};
