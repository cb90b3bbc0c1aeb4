import { isDeepStrictEqual } from 'node:util';
import { SourceBody } from '@chi-so/contract/source-body';
import { EVERY_SET, ownsUnitSet } from '@chi-so/domain/ownership';
import type { Answer, Lang, Request } from '@chi-so/runtime/http';
import { jsonBody } from '@chi-so/runtime/json-body';
import { ownedBy } from '@chi-so/runtime/ownership';
import { parameters } from '@chi-so/runtime/parameters';
import { invalidRequest, notFound, Problem } from '@chi-so/runtime/problem';
import type { ScheduledSource, SourceState } from '@chi-so/storage/sources';
import { actorOf, requestIdOf, requireOwner } from '../caller.ts';
import { nameOfAllowed } from './allowed-hosts.ts';
import { nextCheckOf } from './due.ts';
import { FetchRefused, isAddressRefusal } from './fetch-refused.ts';
import { fetchSource, type SourceStores } from './fetch-source.ts';
import { checkedUrl } from './guarded-fetch.ts';

/** `GET /v1/sources`: every source and what came of its last check. */
export const listSources = async ({ sources, allowedHosts, now }: SourceStores, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const owned = ownedBy(request);
  // What became of a source tells of drafts: each sees those of its own sets.
  const listed = (await sources.list()).filter(({ unit_set }) => ownsUnitSet(owned, unit_set ?? EVERY_SET));
  const states = await sources.states(listed.map(({ source }) => source));
  const stateOf = new Map(states.map((state) => [state.source, state]));
  return {
    headers: { 'cache-control': 'no-store' },
    body: {
      data: listed.map((source) => rowOf(source, stateOf.get(source.source), request.lang, now())),
      meta: { allowed_hosts: allowedHosts.map(nameOfAllowed) },
      next: null,
    },
  };
};

/** `PUT /v1/sources/{source}`: a source is added or changed. */
export const putSource = async (stores: SourceStores, request: Request): Promise<Answer> => {
  const { sources, allowedHosts, now } = stores;
  parameters(request.query, []);
  const { set: unit_set, ...body } = jsonBody(SourceBody, request);
  const { source: id } = body;
  if (id !== request.path.source) {
    throw invalidRequest(
      `Địa chỉ ghi ${request.path.source}, nội dung ghi ${id}`,
      `The URL says ${request.path.source}, the body says ${id}`,
    );
  }
  await requireOwnSource(stores, request, { index: body.index, unit_set });
  const url = fetchableUrl(body.url, allowedHosts);
  const [before, states] = await Promise.all([sources.get(id), sources.states([id])]);
  if (before) await requireOwnSource(stores, request, before);
  const source: ScheduledSource = { ...body, url, unit_set, version: (before?.version ?? 0) + 1 };
  const changed = !isDeepStrictEqual({ ...source, version: before?.version }, before);
  if (changed) {
    const at = now().toISOString();
    const saved = await sources.save(source, {
      at,
      actor: actorOf(request),
      action: 'source',
      target: `source/${id}`,
      reason: null,
      request_id: requestIdOf(request),
      before: before ? { version: before.version, url: before.url, enabled: String(before.enabled) } : null,
      after: { version: source.version, url, enabled: String(source.enabled) },
    });
    if (saved === 'moved') {
      throw new Problem(409, 'moved', {
        vi: `Nguồn ${id} vừa được sửa bởi người khác; hãy gửi lại`,
        en: `The source ${id} has just been changed by somebody else; send it again`,
      });
    }
  }
  return {
    status: before ? 200 : 201,
    body: { data: [rowOf(source, states[0], request.lang, now())], meta: { changed }, next: null },
  };
};

/** `POST /v1/sources/{source}/fetch`: looks at a source now, also where it is switched off. */
export const postFetch = async (stores: SourceStores, request: Request): Promise<Answer> => {
  parameters(request.query, []);
  const id = request.path.source ?? '';
  const known = await stores.sources.get(id);
  if (known) await requireOwnSource(stores, request, known);
  const done = await fetchSource(stores, id, requestIdOf(request));
  if (done === 'unknown') throw notFound(`Không có nguồn "${id}"`, `There is no source "${id}"`);
  if (done === 'busy') {
    throw new Problem(409, 'being-fetched', {
      vi: `Nguồn ${id} đang được kiểm tra`,
      en: `The source ${id} is being checked`,
    });
  }
  const { source, state } = done;
  return {
    body: { data: [rowOf(source, state, request.lang, stores.now())], meta: { outcome: state.outcome }, next: null },
  };
};

/** A source whose index or set its file decides could bring anything: only who owns everything may have one. */
const requireOwnSource = (
  { levelOf }: SourceStores,
  request: Request,
  { index, unit_set }: Pick<ScheduledSource, 'index' | 'unit_set'>,
): Promise<void> =>
  requireOwner(
    ownedBy(request),
    { index: index ?? EVERY_SET, unit_set: index ? (unit_set ?? EVERY_SET) : EVERY_SET },
    levelOf,
  );

/** The rules of every fetch hold when an address is saved too: better told today than by tomorrow's check. */
const fetchableUrl = (url: string, allowedHosts: SourceStores['allowedHosts']): string => {
  try {
    return checkedUrl(url, allowedHosts).href;
  } catch (error) {
    if (!(error instanceof FetchRefused && isAddressRefusal(error.code))) throw error;
    throw new Problem(422, error.code, error.text, { allowed_hosts: allowedHosts.map(nameOfAllowed) });
  }
};

const rowOf = (source: ScheduledSource, state: SourceState | undefined, lang: Lang, now: Date) => {
  const { version: _version, ...configured } = source;
  return {
    ...configured,
    checked_at: state?.checked_at ?? null,
    next_check_at: nextCheckOf(source, state, now),
    outcome: state?.outcome ?? null,
    code: state?.code ?? null,
    message: state ? (lang === 'vi' ? state.message_vi : state.message_en) : null,
    failures: state?.failures ?? 0,
    sha256: state?.content?.sha256 ?? null,
    taken_at: state?.content?.taken_at ?? null,
    drafts: (state?.releases ?? []).filter(({ status }) => status === 'draft'),
    findings: (state?.findings ?? []).map(({ message_vi, message_en, ...place }) => ({
      ...place,
      message: lang === 'vi' ? message_vi : message_en,
    })),
  };
};
