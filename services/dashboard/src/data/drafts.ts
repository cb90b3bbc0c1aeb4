import type { Lang } from '@chi-so/contract/ranking-response';
import type { ReleaseAddress } from '../address/pages/releases.ts';
import { ofRelease, releasePath } from './releases.ts';
import type { Schemas } from './schemas.ts';
import { getSigned, send } from './send.ts';

/** Revisions of a release as those see them who may write, and what they decide about them. */

export type Drafts = Schemas['DraftsAnswer'];
export type DraftRow = Schemas['DraftAnswer']['data'][number];
export type DraftMeta = Schemas['DraftAnswer']['meta'];
export type Draft = { rows: DraftRow[]; meta: DraftMeta };
export type Diff = Schemas['DiffAnswer'];
export type Finding = Schemas['Finding'];

const draftPath = ({ index, period }: ReleaseAddress, ...more: (string | number)[]): string =>
  ['drafts', index, period, ...more].map((part) => encodeURIComponent(part)).join('/');

export const loadDrafts = (release: ReleaseAddress, lang: Lang, signal: AbortSignal): Promise<Drafts> =>
  getSigned(draftPath(release), ofRelease(release), lang, signal);

/** A revision with all its rows, however many answers they take. */
export const loadDraft = async (release: ReleaseAddress, lang: Lang, signal: AbortSignal): Promise<Draft> => {
  const path = draftPath(release, release.revision ?? '');
  const rows: DraftRow[] = [];
  for (;;) {
    const query = { ...ofRelease(release), offset: rows.length > 0 ? String(rows.length) : null };
    const { data, meta, next } = await getSigned<Schemas['DraftAnswer']>(path, query, lang, signal);
    rows.push(...data);
    if (next === null) return { rows, meta };
  }
};

/** What a revision changes of what is published, cell by cell. */
export const loadDiff = (release: ReleaseAddress, lang: Lang, signal: AbortSignal): Promise<Diff> =>
  getSigned(draftPath(release, release.revision ?? '', 'diff'), ofRelease(release), lang, signal);

/** How a revision would rank. */
export const loadDraftRanking = (
  release: ReleaseAddress,
  lang: Lang,
  signal: AbortSignal,
): Promise<Schemas['DraftRankingAnswer']> =>
  getSigned(draftPath(release, release.revision ?? '', 'ranking'), ofRelease(release), lang, signal);

const revisionPath = (release: ReleaseAddress, action: 'acknowledge' | 'publish'): string =>
  `${releasePath(release)}/revisions/${encodeURIComponent(release.revision ?? '')}/${action}`;

export const acknowledge = (
  release: ReleaseAddress,
  body: Schemas['AcknowledgeBody'],
  lang: Lang,
): Promise<Schemas['AcknowledgeAnswer']> =>
  send('POST', revisionPath(release, 'acknowledge'), ofRelease(release), lang, { body });

/** Publishes on the base that the sender saw, now or at an instant. */
export const publish = (
  release: ReleaseAddress,
  body: { reason?: string; publish_at?: string },
  ifMatch: number,
  lang: Lang,
): Promise<Schemas['PublicationAnswer'] | Schemas['EmbargoAnswer']> =>
  send('POST', revisionPath(release, 'publish'), ofRelease(release), lang, { body, ifMatch });

export const cancelEmbargo = (release: ReleaseAddress, lang: Lang): Promise<Schemas['EmbargoAnswer']> =>
  send('DELETE', `${releasePath(release)}/embargo`, ofRelease(release), lang);

export const withdraw = (
  release: ReleaseAddress,
  reason: string,
  ifMatch: number,
  lang: Lang,
): Promise<Schemas['PublicationAnswer']> =>
  send('POST', `${releasePath(release)}/withdraw`, ofRelease(release), lang, { body: { reason }, ifMatch });
