/** A fetch that remembers answers by their ETag and asks only whether they still hold. */

type Fetch = (request: Request) => Promise<Response>;
type Kept = { etag: string; status: number; headers: Headers; body: ArrayBuffer };

/** Answers that are kept, the least recently used dropped first. */
const MOST = 200;

/** A 304 is answered with what is kept; whoever reads it sees a 200. */
export const etagFetch = (fetch: Fetch, most = MOST): Fetch => {
  const kept = new Map<string, Kept>();
  return async (request) => {
    if (request.method !== 'GET' || request.headers.has('if-none-match')) return fetch(request);
    const key = [request.url, ...VARYING.map((name) => request.headers.get(name) ?? '')].join('\n');
    const known = kept.get(key);
    const asked = known ? new Request(request, { headers: withHeader(request.headers, known.etag) }) : request;
    const response = await fetch(asked);
    if (response.status === 304 && known) {
      kept.delete(key);
      kept.set(key, known);
      return new Response(known.body.slice(0), known);
    }
    const etag = response.headers.get('etag');
    if (response.status !== 200 || etag === null) return response;
    const { status, headers } = response;
    const body = await response.arrayBuffer();
    kept.set(key, { etag, status, headers, body });
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest);
    return new Response(body.slice(0), { status, headers });
  };
};

/** What an answer depends on besides its address. */
const VARYING = ['accept', 'accept-language', 'authorization'];

const withHeader = (headers: Headers, etag: string): Headers => {
  const all = new Headers(headers);
  all.set('if-none-match', etag);
  return all;
};
