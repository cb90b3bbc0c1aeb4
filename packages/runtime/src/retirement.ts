import type { Retired } from '@chi-so/contract/retired';

/** The headers that say what of this request is going away; none where nothing is. */
export const retirementHeaders = (
  retired: readonly Retired[],
  route: string,
  query: Record<string, string>,
): Record<string, string> => {
  const used = retired.filter(
    (one) => one.route === route && (one.parameter === undefined || Object.hasOwn(query, one.parameter)),
  );
  const [soonest] = used.toSorted((a, b) => a.sunset.localeCompare(b.sunset));
  if (!soonest) return {};
  return {
    deprecation: `@${Date.parse(`${soonest.deprecated}T00:00:00Z`) / 1000}`,
    sunset: new Date(`${soonest.sunset}T00:00:00Z`).toUTCString(),
    link: `<${soonest.successor}>; rel="${soonest.parameter === undefined ? 'successor-version' : 'deprecation'}"`,
  };
};
