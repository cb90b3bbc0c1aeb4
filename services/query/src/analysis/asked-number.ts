/** A plain decimal, of no more digits than a score has; undefined for anything else. */
export const numberOf = (text: string): number | undefined =>
  /^-?\d{1,9}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
