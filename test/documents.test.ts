import { describe, expect, inject, it } from 'vitest';
import { clientOf, type Json } from './support/client.ts';
import { figuresOf, strangeNumbers } from './support/document-figures.ts';
import { tablesOf, textOf } from './support/docx.ts';

/** Documents against the API: the same figures, printed and computed ones apart, blanks where only the issuer knows. */

const { url } = inject('stack');
const send = clientOf(url);
const get = async (path: string): Promise<Json> => {
  const { status, body } = await send('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const docx = async (path: string): Promise<Buffer> => {
  const response = await fetch(url + path);
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
};

const written = (value: number | null, lang: string) =>
  value === null ? '' : lang === 'vi' ? String(value).replace('.', ',') : String(value);

/** A column of every table that has it, by the beginning of its head. */
const columnOf = (tables: string[][][], name: string): string[] =>
  tables.flatMap(([head = [], ...rows]) => {
    const at = head.indexOf(name);
    return at === -1 ? [] : rows.map((row) => row[at] ?? '');
  });

const releases: Json[] = (await get('/v1/releases')).data.filter(({ status }: Json) => status === 'published');
const everyRelease = releases.map((one): [string, Json] => [
  `${one.index}/${one.period}?set=${one.unit_set}&edition=${one.edition}`,
  one,
]);

/** In English the last of each index: the words are others, the figures the same. */
const lastReleases = [...Map.groupBy(everyRelease, ([, { index }]) => index).values()].flatMap((of) => of.slice(-1));
const releasesIn = { vi: everyRelease, en: lastReleases };

const NAMES = {
  vi: { unit: 'Đơn vị', published: 'Thứ hạng công bố', computed: 'Thứ hạng tính toán', score: 'Điểm' },
  en: { unit: 'Unit', published: 'Published rank', computed: 'Computed rank', score: 'Score' },
};

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  it.each(releasesIn[lang])(
    'the annex of %s has the rows of the ranking, each rank in its own column',
    async (name) => {
      const [path, query] = name.split('?');
      const { data } = await get(`/v1/rankings/${name}&lang=${lang}`);
      const tables = tablesOf(await docx(`/v1/exports/annexes/${path}.docx?${query}&lang=${lang}`));
      const names = NAMES[lang];
      const ranked = data.filter((row: Json) => row.rank !== null || row.rank_published !== null);
      const figuresOfRow = (row: Json) => [
        row.unit_name,
        ...[written(row.score, lang), written(row.rank_published, lang)],
        row.rank === null ? '' : row.rank_of === null ? `${row.rank}` : `${row.rank}/${row.rank_of}`,
      ];
      const shown = tables
        .filter(([head = []]) => head.includes(names.published) || head.includes(names.computed))
        .flatMap(([head = [], ...rows]) =>
          rows.map((row) =>
            [names.unit, names.score, names.published, names.computed].map((column) => row[head.indexOf(column)] ?? ''),
          ),
        );
      expect(shown).toEqual(ranked.map(figuresOfRow));
    },
  );

  it.each(releasesIn[lang])(
    'the notice and the annex of %s have no number that the ranking has not',
    async (name, one) => {
      const [path, query] = name.split('?');
      const figures = figuresOf(await get(`/v1/rankings/${name}&lang=${lang}`));
      figures.numbers.add(Number(one.period));
      for (const kind of ['notices', 'annexes']) {
        const file = await docx(`/v1/exports/${kind}/${path}.docx?${query}&lang=${lang}`);
        const text = tablesOf(file).reduce(
          (left, [head, ...rows]) => withoutNumbering(left, head, rows),
          headingless(textOf(file)),
        );
        expect([kind, strangeNumbers(text, lang, figures)]).toEqual([kind, []]);
      }
    },
  );

  it.each([
    ['pci/2019', 'VN63-46'],
    ['papi/2014', 'VN63-46'],
    ['papi/2017', 'VN63-22'],
    ['pci/2024', 'VN63-38'],
    ['dti/2022', 'VN63-48'],
  ])('the report %s on %s has series and components as the API gives them', async (name, unit) => {
    const [index, period] = name.split('/');
    const file = await docx(`/v1/exports/unit-reports/${name}.docx?unit=${unit}&lang=${lang}`);
    const series = await get(`/v1/series?index=${index}&unit=${unit}&to=${period}&lang=${lang}`);
    const components = await get(`/v1/rankings/${name}?component=*&lang=${lang}`);
    const tables = tablesOf(file);
    const years = tables.find(([head = []]) => head.length === 5) ?? [];
    expect(years.slice(1).map(([at, score, published, computed]) => [at, score, published, computed])).toEqual(
      series.data.map((row: Json) => [
        row.period,
        row.score === null ? expect.stringMatching(/^\D+$/) : written(row.score, lang),
        row.rank_published === null ? '–' : `${row.rank_published}`,
        row.rank === null ? '–' : `${row.rank}/${row.rank_of}`,
      ]),
    );
    const change = await send(
      'GET',
      `/v1/analysis/decomposition?index=${index}&unit=${unit}&to=${period}&lang=${lang}`,
    );
    const figures = figuresOf(components, series, ...(change.status === 200 ? [change.body] : []));
    const said: string[] = change.body.meta?.sentences ?? [];
    expect(said.filter((sentence) => !textOf(file).includes(sentence))).toEqual([]);
    for (const { component_name } of Object.values<Json>(components.meta.components)) figures.texts.add(component_name);
    for (const one of releases.filter((each) => each.index === index)) {
      const about = await get(`/v1/releases/${one.index}/${one.period}?set=${one.unit_set}&edition=${one.edition}`);
      for (const { source } of about.meta.revisions)
        for (const text of [source.document, source.title]) figures.texts.add(text ?? '');
    }
    figures.texts.delete('');
    for (const row of series.data) figures.numbers.add(Number(row.period));
    expect(strangeNumbers(headingless(textOf(file)), lang, figures)).toEqual([]);
  });
});

/** Headings are counted by us. */
const headingless = (text: string): string => text.replace(/^\d+\. /gm, '');

/** The text without the numbers of the rows of a table. */
const withoutNumbering = (text: string, head: string[] = [], rows: string[][] = []): string =>
  head[0] === 'STT' || head[0] === 'No.'
    ? rows.reduce((left, row) => left.replace(row.join('\n'), row.slice(1).join('\n')), text)
    : text;

describe('a document', () => {
  const PATH = '/v1/exports/notices/pci/2019.docx';

  it('leaves blank what only its issuer knows', async () => {
    const text = textOf(await docx(PATH));
    for (const blank of [
      'Số: ……/TB-……',
      'ngày …… tháng …… năm ……',
      '[TÊN CƠ QUAN BAN HÀNH]',
      '[Họ và tên]',
      'Nơi nhận:',
    ]) {
      expect(text).toContain(blank);
    }
    expect(text).not.toMatch(/Số: \d|VCCI\]/);
  });

  it('is named in Vietnamese, is the same bytes each time, and is not sent again to whoever has it', async () => {
    const [first, second] = await Promise.all([fetch(url + PATH), fetch(url + PATH)]);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-disposition')).toBe(
      `attachment; filename="Thong-bao-ket-qua-PCI-2019.docx"; filename*=UTF-8''${encodeURIComponent('Thông báo kết quả PCI 2019.docx')}`,
    );
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    const again = await fetch(url + PATH, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
    const head = await fetch(url + PATH, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  });

  it.each([
    ['notices/pci/2019.docx?yeer=2019', 400, 'unknown-parameter'],
    ['notices/pci/2019.docx?unit=VN63-46', 400, 'unknown-parameter'],
    ['notices/pci/2019.docx?group=nowhere', 404, 'no-such-group'],
    ['notices/pci/2019.doc', 404, 'not-found'],
    ['notices/pci/1999.docx', 404, 'not-found'],
    ['notices/pci/abc.docx', 400, 'invalid-parameter'],
    ['unit-reports/pci/2019.docx', 400, 'invalid-request'],
    ['unit-reports/pci/2019.docx?unit=VN34-46', 404, 'not-found'],
  ])('is refused with a reason: %s', async (path, status, code) => {
    const answer = await send('GET', `/v1/exports/${path}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is of one group where one is asked for, with the ranks in it called computed', async () => {
    const group = 'north-central-and-central-coast';
    const { data } = await get(`/v1/rankings/pci/2019?group=${group}`);
    const tables = tablesOf(await docx(`/v1/exports/annexes/pci/2019.docx?group=${group}`));
    expect(columnOf(tables, 'Thứ hạng tính toán')).toEqual(data.map(({ rank, rank_of }: Json) => `${rank}/${rank_of}`));
    expect(columnOf(tables, 'Thứ hạng công bố')).toEqual([]);
  });

  it('says of a report in a region among whom its ranks are', async () => {
    const group = 'north-central-and-central-coast';
    const file = await docx(`/v1/exports/unit-reports/pci/2019.docx?unit=VN63-46&group=${group}`);
    const { data } = await get(`/v1/rankings/pci/2019?group=${group}`);
    const { rank, rank_of } = data.find(({ unit }: Json) => unit === 'VN63-46');
    const text = textOf(file);
    expect(text).toContain(
      `Thứ hạng tính toán của Thừa Thiên Huế trong nhóm “Bắc Trung Bộ và Duyên hải miền Trung” là thứ ${rank}/${rank_of}.`,
    );
    expect(text).toContain('giữa tất cả các đơn vị');
    const series = await get('/v1/series?index=pci&unit=VN63-46&to=2019');
    expect(columnOf(tablesOf(file), 'Thứ hạng tính toán')).toEqual(
      series.data.map((row: Json) => (row.rank === null ? '–' : `${row.rank}/${row.rank_of}`)),
    );
  });
});
