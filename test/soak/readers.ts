import type { Random } from '../fixtures/random.ts';

/** What readers ask for while others write: every kind of answer, the likely ones more often. */
const PATHS = [
  '/v1/rankings/pci/2019?lang=vi',
  '/v1/rankings/pci/2019',
  '/v1/rankings/pci/latest',
  '/v1/rankings/pci/2018?component=land',
  '/v1/rankings/pci/2019?component=*',
  '/v1/rankings/pci/2019?format=csv&profile=excel-vi',
  '/v1/rankings/cchc/2020?set=VN63-46&group=districts',
  '/v1/series?index=pci&unit=VN63-46,VN63-48',
  '/v1/series?index=pci&unit=VN34-46&basis=VN34',
  '/v1/units/VN63-46/profile?period=2019',
  '/v1/analysis/gap?index=pci&unit=VN63-46&period=2019&target=next',
  '/v1/indices',
  '/v1/releases?index=pci',
  '/v1/changes?since=0',
  '/v1/config',
  '/rankings/pci/2019',
] as const;

export type Reads = { milliseconds: number[]; statuses: Map<number, number>; wrong: string[] };

/** One reader: asks, waits a moment, asks again; half the time with the tag of what it has already. */
export const readOn = async (url: string, random: Random, isOver: () => boolean, reads: Reads, pauseMs: number) => {
  const tags = new Map<string, string>();
  while (!isOver()) {
    const path = random.pick(PATHS);
    const tag = random.next() < 0.5 ? tags.get(path) : undefined;
    const accept = path.startsWith('/v1/') ? '*/*' : 'text/html';
    const begun = performance.now();
    const response = await fetch(url + path, { headers: { accept, ...(tag ? { 'if-none-match': tag } : {}) } });
    const body = await response.text();
    reads.milliseconds.push(performance.now() - begun);
    reads.statuses.set(response.status, (reads.statuses.get(response.status) ?? 0) + 1);
    const isWhole = response.status === 304 ? tag !== undefined : response.status === 200 && body.length > 0;
    if (!isWhole) reads.wrong.push(`${path}: ${response.status} ${body.slice(0, 200)}`);
    const given = response.headers.get('etag');
    if (given) tags.set(path, given);
    await new Promise((resolve) => setTimeout(resolve, random.below(2 * pauseMs)));
  }
};
