import { aComponent } from '@chi-so/domain/fixtures';
import { describe, expect, it } from 'vitest';
import { clientOf, eventually, type Json } from '../support/client.ts';
import { writtenStack } from '../support/written-stack.ts';

/** A province brings its own units, scorecard and grades, and uses them. The expected figures were made by hand. */

const { url, tokens } = writtenStack();
const send = clientOf(url);
const token = tokens.all;

const SET = 'VN63-36';
const GRADES = ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình'];
const unknown = { certainty: 'unknown', source: 'made for this test' };

const unit = (slug: string, name: string, group: string) => ({
  unit: `${SET}.${slug}`,
  name_vi: name,
  name_en: name,
  groups: [group],
  aliases: [],
});

const unitSet = {
  unit_set: SET,
  name_vi: 'Đơn vị của tỉnh Nam Định',
  name_en: 'Units of Nam Định',
  parent: 'VN63-36',
  valid_from: null,
  valid_to: '2025-06-30',
  roster: 'complete',
  groups: ['departments', 'districts'].map((group) => ({ group, name_vi: group, name_en: group, roster: 'complete' })),
  successions: [],
  units: [
    ...['so-a', 'so-b', 'so-c', 'so-d'].map((slug) => unit(slug, `Sở ${slug.slice(3).toUpperCase()}`, 'departments')),
    ...['huyen-x', 'huyen-y', 'huyen-z'].map((slug) => unit(slug, `Huyện ${slug.slice(6).toUpperCase()}`, 'districts')),
  ],
  sources: ['made for this test'],
};

/** Eight areas of five criteria of 2.5 points. For districts c8-1 is worth 5 and c8-5 does not exist. */
const AREAS = [1, 2, 3, 4, 5, 6, 7, 8];
const CRITERIA = AREAS.flatMap((area) => [1, 2, 3, 4, 5].map((i) => `c${area}-${i}`));
const criterion = (id: string) => {
  const area = `a${id[1]}`;
  const part = { part: id[1] === '8' ? 'survey' : 'appraised' } as const;
  if (id === 'c8-1') return aComponent(id, area, 2.5, { ...part, maxima: { districts: 5 } });
  if (id === 'c8-5') return aComponent(id, area, 2.5, { ...part, groups: ['departments'] });
  return aComponent(id, area, 2.5, part);
};

const bands = (...from: number[]) => GRADES.map((grade, i) => ({ grade, name_en: grade, from: from[i] ?? null }));

const methodology = {
  index: 'cchc',
  methodology: `cchc-${SET}-2020`,
  name_vi: 'CCHC thử',
  name_en: 'Test scorecard',
  unit_set: SET,
  period_from: '2020',
  period_to: null,
  ranked_groups: ['departments', 'districts'],
  direction: 'higher-is-better',
  decimals: 2,
  tie_decimals: null,
  aggregation: { kind: 'points', factor: 1 },
  rank_by: 'percent',
  publisher_ranks: true,
  top_only: null,
  calendar: { lag_years: 1, month_from: 2, month_to: 2, certainty: 'confirmed', source: 'set by the province' },
  stages: ['self', 'appraisal-1', 'appraisal-2'],
  components: [
    aComponent('total', null, 100),
    ...AREAS.map((area) => aComponent(`a${area}`, 'total', 12.5)),
    ...CRITERIA.map(criterion),
    aComponent('bonus', 'total', 2, { part: 'bonus' }),
    aComponent('b1', 'bonus', 2, { part: 'bonus' }),
    aComponent('b2', 'bonus', 2, { part: 'bonus' }),
    aComponent('penalty', 'total', 0, { part: 'penalty', minimum: -5 }),
    aComponent('p1', 'penalty', 0, { part: 'penalty', minimum: -4 }),
    aComponent('p2', 'penalty', 0, { part: 'penalty', minimum: -4 }),
  ],
  grading: 'thresholds',
  grades: [
    { group: 'departments', bands: bands(90, 80, 65, 50) },
    { group: 'districts', bands: bands(95, 85, 70, 50) },
  ],
  comparisons: [],
  facts: Object.fromEntries(
    ['validity', 'components', 'weights', 'scale', 'aggregation', 'ranks', 'ties', 'grades', 'extent'].map((fact) => [
      fact,
      unknown,
    ]),
  ),
};

const score = (slug: string, component: string, value: number | 'n/a' | null, stage = 'result') => ({
  unit: `${SET}.${slug}`,
  component,
  stage,
  ...(typeof value === 'number'
    ? { score: value }
    : { score: null, reason: value === 'n/a' ? 'not-applicable' : 'unknown' }),
});

const every = (slug: string, value: (id: string) => number | 'n/a' | null) =>
  CRITERIA.map((id) => score(slug, id, value(id)));
const inDistrict = (value: (id: string) => number) => (slug: string) =>
  CRITERIA.filter((id) => id !== 'c8-5').map((id) => score(slug, id, value(id)));
/** Areas 1 and 2 and two criteria of area 3 do not apply: 28 criteria of 2.5 are left, 70 points. */
const ofSeventy = (id: string) => (id < 'c3-3' ? 'n/a' : id === 'c8-5' ? 2.14 : 2.24);
const half = inDistrict((id) => (id === 'c8-1' ? 2.5 : 1.25));

const release = {
  unit_set: SET,
  source: { title: 'CCHC 2023', publisher: 'UBND tỉnh', kind: 'province', certainty: 'unknown' },
  announcement: {
    extent: 'complete',
    component_extents: Object.fromEntries(['b1', 'b2', 'p1', 'p2'].map((id) => [id, 'partial'])),
  },
  scores: [
    ...every('so-a', () => 2.5),
    score('so-a', 'b1', 1.5),
    score('so-a', 'b2', 1),
    score('so-a', 'c1-1', 2.5, 'self'),
    score('so-a', 'c1-1', 2, 'appraisal-1'),
    score('so-a', 'c1-1', 2.5, 'appraisal-2'),
    ...every('so-b', () => 2),
    score('so-b', 'p1', -3),
    score('so-b', 'p2', -4),
    ...every('so-c', ofSeventy),
    ...every('so-d', (id) => (id === 'c5-5' ? null : 2.5)),
    ...inDistrict((id) => (id === 'c8-1' ? 5 : 2.5))('huyen-x'),
    ...half('huyen-y'),
    ...half('huyen-z'),
  ],
};

const methodologyPath = `/v1/indices/cchc/methodologies/${methodology.methodology}`;
const table = async (query = '') => {
  const { body } = await send('GET', `/v1/rankings/cchc/2023?set=${SET}${query}`);
  return body.data?.map((row: Json) => [row.unit_name, row.score, row.maximum, row.percent, row.rank, row.grade]);
};

describe("a province's own scorecard", () => {
  it('is refused while it does not add up, by the path of the fault', async () => {
    await send('PUT', `/v1/unit-sets/${SET}`, { token, body: unitSet });
    const broken = {
      ...methodology,
      components: methodology.components.filter(({ component }) => component !== 'c1-1'),
    };

    const answer = await send('PUT', methodologyPath, { token, body: broken });

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-methodology' } });
    expect(answer.body.errors.map(({ path }: Json) => path)).toEqual(['components.1.maximum', 'components.1.maximum']);
    expect((await send('GET', methodologyPath)).status).toBe(404);
  });

  const withNode = (id: string, change: object) => ({
    components: methodology.components.map((each) => (each.component === id ? { ...each, ...change } : each)),
  });
  const ladder = (...from: number[]) => ({ grades: [{ group: 'departments', bands: bands(...from) }] });

  it.each<[string, object, string]>([
    ['an area that is worth more than its criteria', withNode('a3', { maximum: 13 }), 'components.3.maximum'],
    ['areas that do not make up the total', withNode('total', { maximum: 90 }), 'components.0.maximum'],
    ['a criterion under an area that is not there', withNode('c4-4', { parent: 'a9' }), 'components.27.parent'],
    ['a circle', withNode('a1', { parent: 'c1-1' }), 'components.1.parent'],
    [
      'a criterion twice',
      { components: [...methodology.components, aComponent('c1-1', 'a1', 0)] },
      'components.55.component',
    ],
    ['no root', { components: methodology.components.slice(1) }, 'components'],
    ['a root below something', withNode('total', { parent: 'a1' }), 'components.0.parent'],
    ['a minimum above the maximum', withNode('c2-2', { minimum: 3 }), 'components.15.minimum'],
    ['a bonus without a cap', withNode('b1', { maximum: null }), 'components.50.maximum'],
    ['a penalty without a cap', withNode('p2', { minimum: 0 }), 'components.54.minimum'],
    ['a criterion of a group that is not there', withNode('c8-5', { groups: ['moons'] }), 'components.48.groups'],
    ['a ranking of a group that is not there', { ranked_groups: ['departments', 'moons'] }, 'ranked_groups.1'],
    ['grades for a group that is not ranked', { ranked_groups: ['departments'] }, 'grades.1.group'],
    ['thresholds out of order', ladder(80, 90, 65, 50), 'grades.0.bands.1.from'],
    ['grades although it has none', { grading: 'none' }, 'grading'],
    ['an end before its beginning', { period_to: '2019' }, 'period_to'],
    ['a first period that is none', { period_from: 'năm nay' }, 'period_from'],
    [
      'a comparison with nothing',
      { comparisons: [{ with: 'x', components: null, verdict: 'comparable', reason_vi: 'x', reason_en: 'x' }] },
      'comparisons.0.with',
    ],
    [
      'a fact without a source',
      { facts: { ...methodology.facts, ties: { certainty: 'unknown', source: '' } } },
      'facts.ties.source',
    ],
    ['a fact without a certainty', { facts: { ...methodology.facts, ties: { source: 'x' } } }, 'facts.ties.certainty'],
    ['a fact left out', { facts: {} }, 'facts.validity'],
    ['a misspelt field', { gradding: 'none' }, ''],
    ['a stage that nobody knows', { stages: ['guess'] }, 'stages.0'],
  ])('is refused with %s, by the path of the fault', async (_what, change, path) => {
    const answer = await send('PUT', methodologyPath, { token, body: { ...methodology, ...change } });

    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((fault: Json) => fault.path)).toContain(path);
    expect((await send('GET', methodologyPath)).status).toBe(404);
  });

  it('gives points, percentages, ranks and grades as made by hand', async () => {
    expect((await send('PUT', methodologyPath, { token, body: methodology })).status).toBe(201);
    const draft = await send('PUT', '/v1/releases/cchc/2023', {
      token,
      body: { ...release, methodology: methodology.methodology },
    });
    expect(draft.status).toBe(201);
    await send('POST', `/v1/releases/cchc/2023/revisions/1/publish?set=${SET}`, { token, body: {} });
    // The answer that is rendered ahead may be there before the ranking that it was made from.
    await eventually(
      () => send('GET', `/v1/rankings/cchc/2023?set=${SET}&group=departments`),
      ({ status }) => status === 200,
    );

    expect(await table('&group=departments')).toEqual([
      ['Sở A', 102, 100, 102, 1, 'Xuất sắc'],
      ['Sở C', 62.62, 70, 89.4571428571, 2, 'Tốt'],
      ['Sở B', 75, 100, 75, 3, 'Khá'],
      ['Sở D', null, 100, null, null, null],
    ]);
    expect(await table('&group=districts')).toEqual([
      ['Huyện X', 100, 100, 100, 1, 'Xuất sắc'],
      ['Huyện Y', 50, 100, 50, 2, 'Trung bình'],
      ['Huyện Z', 50, 100, 50, 2, 'Trung bình'],
    ]);
    expect(await table('&component=a8&group=districts')).toEqual([
      ['Huyện X', 12.5, 12.5, 100, 1, 'Xuất sắc'],
      ['Huyện Y', 6.25, 12.5, 50, 2, 'Trung bình'],
      ['Huyện Z', 6.25, 12.5, 50, 2, 'Trung bình'],
    ]);
  });

  it('keeps stages before the result out of the public ranking', async () => {
    const { body } = await send('GET', `/v1/rankings/cchc/2023?set=${SET}&component=c1-1&group=departments`);

    expect(body.data[0]).toMatchObject({ unit_name: 'Sở A', score: 2.5 });
    expect(JSON.stringify(body)).not.toMatch(/appraisal|self/);
  });

  it('once used is not altered: a change is a new version, and re-ranking under it a publication of its own', async () => {
    const stricter = {
      ...methodology,
      grades: methodology.grades.map((each) => ({ ...each, bands: bands(99, 95, 90, 80) })),
    };
    const changed = await send('PUT', methodologyPath, { token, body: stricter });
    expect(changed.body.data[0]).toMatchObject({ version: 2, changed: true });

    expect((await send('GET', `${methodologyPath}?version=1`)).body.data[0].grades).toEqual(methodology.grades);
    expect((await table('&group=departments'))[1]).toEqual(['Sở C', 62.62, 70, 89.4571428571, 2, 'Tốt']);

    const { body } = await send('GET', `/v1/rankings/cchc/2023?set=${SET}`);
    const again = await send('POST', `/v1/releases/cchc/2023/revisions/1/publish?set=${SET}`, {
      token,
      body: { reason: 'quy định mới', methodology: { methodology: methodology.methodology, version: 2 } },
      headers: { 'if-match': String(body.meta.publication.entry) },
    });
    expect(again.body.data[0]).toMatchObject({ cause: 'methodology', revision: 1 });
    const ranked = await eventually(
      () => table('&group=departments'),
      (rows) => rows[1][5] === 'Trung bình',
    );
    expect(ranked[1]).toEqual(['Sở C', 62.62, 70, 89.4571428571, 2, 'Trung bình']);
  });

  it('re-ranks nothing under a version that what is published does not fit', async () => {
    const renamed = {
      ...methodology,
      components: methodology.components.map((one) => (one.component === 'c1-1' ? { ...one, component: 'c1-6' } : one)),
    };
    const { body: put } = await send('PUT', methodologyPath, { token, body: renamed });
    const { body: before } = await send('GET', `/v1/rankings/cchc/2023?set=${SET}`);

    const refused = await send('POST', `/v1/releases/cchc/2023/revisions/1/publish?set=${SET}`, {
      token,
      body: {
        reason: 'đổi tiêu chí',
        methodology: { methodology: methodology.methodology, version: put.data[0].version },
      },
      headers: { 'if-match': String(before.meta.publication.entry) },
    });

    expect([refused.status, JSON.stringify(refused.body.errors)]).toEqual([422, expect.stringContaining('c1-1')]);
    expect((await send('GET', `/v1/rankings/cchc/2023?set=${SET}`)).body).toEqual(before);
    await send('PUT', methodologyPath, { token, body: methodology });
  });

  it('is expected on the day that the province has set', async () => {
    const { body } = await send('GET', '/v1/calendar');

    expect(body.data.find((row: Json) => row.unit_set === SET)).toMatchObject({
      latest_period: '2023',
      next_expected: { period: '2024', from: '2025-02-01', to: '2025-02-28', overdue: true },
      certainty: 'confirmed',
    });
  });

  it('gains a unit without losing the versions before', async () => {
    const added = unit('so-e', 'Sở E', 'departments');
    const path = `/v1/unit-sets/${SET}/units/${SET}.so-e`;

    expect((await send('PUT', path, { token, body: added })).status).toBe(201);
    expect((await send('PUT', path, { token, body: added })).status).toBe(200);
    expect((await send('PUT', path, { token, body: { ...added, groups: ['moons'] } })).status).toBe(422);
    expect((await send('GET', `/v1/units?set=${SET}`)).body.data).toHaveLength(8);
    expect(await table('&group=departments')).toHaveLength(4);
  });

  it('takes no criterion of another group, no stage that it lacks and no score above its maximum', async () => {
    const wrong = [score('huyen-x', 'c8-5', 1), score('so-a', 'c1-1', 2.6), score('huyen-x', 'c8-1', 5.1)];

    const answer = await send('PUT', '/v1/releases/cchc/2022', {
      token,
      body: { ...release, methodology: methodology.methodology, announcement: { extent: 'partial' }, scores: wrong },
    });

    const errors = answer.body.meta.findings.filter(({ severity }: Json) => severity === 'error');
    expect(errors.map(({ rule, row }: Json) => [rule, row])).toEqual([
      ['not-in-group', 1],
      ['out-of-scale', 2],
      ['out-of-scale', 3],
    ]);
  });
});
