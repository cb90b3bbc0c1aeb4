import { createHash } from 'node:crypto';
import { indices, layouts, unitSets } from '@chi-so/reference-data/catalogue';
import { type ReleaseText, releaseFiles } from '@chi-so/reference-data/releases';

/** Releases sent at once: those of one log follow each other anyway, and the API is not to be crowded out. */
const AT_ONCE = 4;

export type Progress = (what: string, done: number, of: number) => void;

/**
 * Loads the built-in catalogue and releases through the API, as any writer would. Done again it changes nothing: a
 * release that is there already, in whatever state its users have brought it to, is left alone.
 *
 * @returns the number of releases that were published.
 */
export const bootstrap = async (url: string, token: string, progress: Progress = () => {}): Promise<number> => {
  const api = apiOf(url, token);
  const catalogue = catalogueWrites();
  for (const [i, { path, body }] of catalogue.entries()) {
    await api('PUT', path, JSON.stringify(body));
    progress('catalogue', i + 1, catalogue.length);
  }

  const known = await releasesOf(api);
  const missing = releaseFiles().filter((release) => !known.has(nameOf(release)));
  const queue = [...missing];
  let done = 0;
  const worker = async () => {
    for (let release = queue.shift(); release; release = queue.shift()) {
      await load(api, release);
      progress('releases', ++done, missing.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return missing.length;
};

/** The names of all releases that are there, page by page. */
const releasesOf = async (api: Api): Promise<Set<string>> => {
  const names = new Set<string>();
  for (let at: string | null = '/v1/releases'; at !== null; ) {
    const page = (await api('GET', at)) as { data: ReleaseName[]; next: string | null };
    for (const release of page.data) names.add(nameOf(release));
    at = page.next;
  }
  return names;
};

type ReleaseName = { index: string; period: string; unit_set: string; edition: string };
const nameOf = ({ index, period, unit_set, edition }: ReleaseName) => [index, period, unit_set, edition].join('/');

/** Unit sets first, then indices, then methodologies, then layouts: each may name what comes before it. */
const catalogueWrites = (): { path: string; body: unknown }[] => [
  ...unitSets().map((body) => ({ path: `/v1/unit-sets/${body.unit_set}`, body })),
  ...indices().flatMap(({ index: body, methodologies }) => [
    { path: `/v1/indices/${body.index}`, body },
    ...methodologies.map((methodology) => ({
      path: `/v1/indices/${body.index}/methodologies/${methodology.methodology}`,
      body: methodology,
    })),
  ]),
  ...layouts().map((body) => ({ path: `/v1/indices/${body.index}/layouts/${body.layout}`, body })),
];

const load = async (api: Api, { index, period, unit_set, edition, text }: ReleaseText): Promise<void> => {
  const where = `set=${unit_set}&edition=${edition}`;
  const { meta } = (await api('PUT', `/v1/releases/${index}/${period}?${where}`, text)) as {
    meta: { revision: number };
  };
  const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
  await api(
    'POST',
    `/v1/releases/${index}/${period}/revisions/${meta.revision}/publish?${where}`,
    '{}',
    `built-in-${id}`,
  );
};

type Api = (method: string, path: string, body?: string, idempotencyKey?: string) => Promise<unknown>;

const apiOf =
  (url: string, token: string): Api =>
  async (method, path, body, idempotencyKey) => {
    const response = await fetch(url + path, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': body?.startsWith('{') ? 'application/json' : 'application/octet-stream',
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
