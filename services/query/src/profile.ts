import { type ProfiledIndex, profileNotes, profileRows } from '@chi-so/contract/profile-response';
import { nearestUnit } from '@chi-so/domain/analysis/nearest-unit';
import { calendarFor } from '@chi-so/domain/calendar';
import { dayInVietnam } from '@chi-so/domain/day';
import { comparePeriods, TOTAL, unitSetOf } from '@chi-so/domain/identity';
import { methodologyChanges, stalenessOf } from '@chi-so/domain/staleness';
import type { PinnedUnitSet, Unit } from '@chi-so/domain/unit-set';
import { checkedId } from '@chi-so/runtime/checked-id';
import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { Problem } from '@chi-so/runtime/problem';
import { getUnitSet, type IndexWithMethodologies, listIndicesWithMethodologies } from '@chi-so/storage/catalogue';
import { getRanking } from '@chi-so/storage/rankings';
import { listReleases, type ReleaseSummary } from '@chi-so/storage/releases';
import type { Tables } from './tables.ts';
import { LATEST, requirePeriod } from './which-release.ts';

/**
 * `GET /v1/units/{unit}/profile?period=`: the unit in every index of its level, the latest period of each or the one that
 * is asked for. Three reads side by side, then one ranking for each release that is shown.
 */
export const getProfile = async ({ records, rankings }: Tables, request: Request, now: Date): Promise<Answer> => {
  const { period = LATEST } = parameters(request.query, ['period'], request.path);
  requirePeriod(period);
  const id = checkedId('unit', request.path.unit ?? '');
  const [found, indices, releases] = await Promise.all([
    getUnitSet(records, unitSetOf(id)),
    listIndicesWithMethodologies(records),
    listReleases(records),
  ]);
  const { unitSet, unit } = unitIn(found, id);
  const published = Map.groupBy(
    releases.filter(({ status }) => status === 'published'),
    ({ index }) => index,
  );
  const of = { unitSet, period, today: dayInVietnam(now) };
  const level = unitSet.parent === null ? 'province' : 'inside-province';
  const profiled = await Promise.all(
    indices
      .filter(({ index }) => index.level === level)
      .map((one) => profile(rankings, one, published.get(one.index.index) ?? [], of)),
  );
  const all = profiled.flat();
  const rows = profileRows(unit, unitSet.unit_set, all, request.lang);
  const predecessors = unitSet.successions.filter(({ to }) => to.includes(id));
  const origins = predecessors.flatMap(({ from }) => from);
  return {
    body: {
      data: rows,
      meta: {
        ...{ unit_set: unitSet.unit_set, valid_from: unitSet.valid_from, valid_to: unitSet.valid_to, predecessors },
        notes: profileNotes(rows, id, { ...unitSet, origins }, request.lang),
        degraded: all.find(({ ranked }) => ranked?.degraded)?.ranked?.degraded ?? null,
      },
      next: null,
    },
  };
};

type Of = { unitSet: PinnedUnitSet; period: string; today: string };

/** An index, for each edition of the release that is shown. Of an index inside provinces only what this one has released. */
const profile = async (
  rankings: Tables['rankings'],
  { index, methodologies }: IndexWithMethodologies,
  published: readonly ReleaseSummary[],
  { unitSet, period, today }: Of,
): Promise<ProfiledIndex[]> => {
  const isNational = unitSet.parent === null;
  const own = published.filter(({ unit_set }) => unit_set === unitSet.unit_set);
  if (!isNational && own.length === 0) return [];

  const latest = lastOf(own);
  const shown = own.filter((release) => release.period === (period === LATEST ? latest?.period : period));
  const calendar = calendarFor(index, methodologies, isNational ? null : unitSet.unit_set);
  const common = {
    index,
    latest: latest ? { period: latest.period, published_on: latest.published_on } : null,
    certainty: calendar?.certainty ?? ('unknown' as const),
    // What comes next is of the index, whatever its last release was about.
    ...stalenessOf(calendar, lastOf(isNational ? published : own)?.period, unitSet.valid_to, today),
  };
  if (shown.length === 0) return [{ ...common, ranked: null, breaks: [] }];
  return Promise.all(
    shown.map(async (release) => {
      const stored = await getRanking(rankings, release, TOTAL);
      const ofEdition = own.filter(({ edition }) => edition === release.edition);
      return {
        ...common,
        ranked: stored && 'document' in stored ? stored : null,
        breaks: methodologyChanges(ofEdition),
      };
    }),
  );
};

const lastOf = (releases: readonly ReleaseSummary[]): ReleaseSummary | undefined =>
  releases.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1);

/** @throws Problem with what was perhaps meant, where there is no such unit. */
const unitIn = (unitSet: PinnedUnitSet | undefined, id: string): { unitSet: PinnedUnitSet; unit: Unit } => {
  const unit = unitSet?.units.find((candidate) => candidate.unit === id);
  if (unitSet && unit) return { unitSet, unit };
  const near = nearestUnit(id, unitSet?.units ?? []);
  throw new Problem(
    404,
    'not-found',
    {
      vi: `Không có đơn vị "${id}"${near ? `; có phải ${near} không?` : '; tra tên ở /v1/units/resolve'}`,
      en: `There is no unit "${id}"${near ? `; did you mean ${near}?` : '; look names up at /v1/units/resolve'}`,
    },
    { candidates: near ? [near] : [] },
  );
};
