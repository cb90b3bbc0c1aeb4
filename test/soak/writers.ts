import { madePci } from '../fixtures/made-pci.ts';
import type { Random } from '../fixtures/random.ts';
import { clientOf, eventually, type Json, type Send } from '../support/client.ts';

/** A publication that the API has said is done: what must be there in the end. */
export type Acknowledged = { edition: string; entry: number; revision: number | null; total: Record<string, number> };

export type Writes = {
  acknowledged: Acknowledged[];
  /** Milliseconds from the answer to a publication until its ranking is what readers get. */
  lag: number[];
  statuses: Map<number, number>;
  /** Answers that no writer should ever get, such as a 5xx. */
  wrong: string[];
};

/**
 * One writer, on an edition of PCI 2013 of its own: uploads, publishes, corrects and withdraws, again and again. Now and
 * then it gives up waiting and sends the same request again, as a writer on a bad line does.
 */
export const writeOn = async (
  url: string,
  { edition, token, random, writes }: { edition: string; token: string; random: Random; writes: Writes },
  isOver: () => boolean,
) => {
  const send = impatient(clientOf(url), random, writes);
  const where = `set=VN63&edition=${edition}`;
  const path = '/v1/releases/pci/2013';
  let request = 0;
  const key = () => ({ 'idempotency-key': `${edition}-${request++}` });

  const official = async (answer: Json, total: Record<string, number>) => {
    const { entry, revision } = answer.body.data[0];
    writes.acknowledged.push({ edition, entry, revision, total });
    const answered = Date.now();
    const read = await eventually(
      () => send('GET', `/v1/rankings/pci/2013?${where}`),
      ({ body }) => (body.meta?.publication?.entry ?? 0) >= entry,
      30_000,
    );
    if (!((read.body.meta?.publication?.entry ?? 0) >= entry)) writes.wrong.push(`${edition}: ${entry} was not ranked`);
    writes.lag.push(Date.now() - answered);
    return entry as number;
  };

  while (!isOver()) {
    const upload = { ...madePci(random.below(1e6)), edition };
    const total = Object.fromEntries(
      upload.scores.flatMap(({ unit, component, score }) => (component === 'total' ? [[unit, score]] : [])),
    );
    const draft = await send('PUT', `${path}?${where}`, { token, body: upload, headers: key() });
    const { revision, findings = [] } = draft.body.meta ?? {};
    if (revision === undefined) continue;
    const rules = [...new Set(findings.flatMap((one: Json) => (one.severity === 'warning' ? [one.rule] : [])))];
    const acknowledge = `${path}/revisions/${revision}/acknowledge?${where}`;
    if (rules.length > 0) {
      await send('POST', acknowledge, { token, body: { rules, reason: 'thử' }, headers: key() });
    }

    const base = await send('GET', `${path}?${where}`);
    const last = base.body.data?.at(-1)?.entry ?? 0;
    const published = await send('POST', `${path}/revisions/${revision}/publish?${where}`, {
      token,
      body: { reason: 'thử' },
      headers: { ...key(), ...(last > 0 ? { 'if-match': String(last) } : {}) },
    });
    if (published.status !== 200) continue;
    await official(published, total);

    const unit = random.pick(Object.keys(total));
    const score = 50 + random.below(2500) / 100;
    const corrected = await send('PATCH', `${path}/scores?${where}&publish=true`, {
      token,
      body: { reason: 'sửa', scores: [{ unit, component: 'total', score }] },
      headers: key(),
    });
    if (corrected.status !== 200) continue;
    const entry = await official(corrected, { ...total, [unit]: score });

    if (random.below(4) > 0) continue;
    const withdrawn = await send('POST', `${path}/withdraw?${where}`, {
      token,
      body: { reason: 'thử' },
      headers: { ...key(), 'if-match': String(entry) },
    });
    if (withdrawn.status === 200) {
      const [{ entry: withdrawal }] = withdrawn.body.data;
      writes.acknowledged.push({ edition, entry: withdrawal, revision: null, total: {} });
    }
  }
};

/** Sends every tenth write twice, the first time without waiting for its answer to come. */
const impatient =
  (send: Send, random: Random, { statuses, wrong }: Writes): Send =>
  async (method, path, given) => {
    if (method !== 'GET' && random.below(10) === 0) {
      void send(method, path, given).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    }
    const answer = await send(method, path, given);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) wrong.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
