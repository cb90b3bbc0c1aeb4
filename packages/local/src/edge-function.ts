import { createContext, runInContext } from 'node:vm';
import { isObject } from './json.ts';

/** A request as a function at the edge sees and changes it. */
export interface EdgeRequest {
  readonly method: string;
  /** The path as it was sent, without the query. */
  readonly uri: string;
}

/** Gives the path that is asked of the origin. Throws when the function answers by itself, which is not emulated. */
export type RewritePath = (request: EdgeRequest) => string;

/** Makes a viewer-request function of CloudFront out of its code. It sees the method and the path, no headers. */
export function createEdgeFunction(name: string, code: string): RewritePath {
  const context = createContext({});
  const handler: unknown = runInContext(`${code}\nhandler`, context, { filename: name });
  if (typeof handler !== 'function') throw new Error(`${name} has no function handler`);
  return ({ method, uri }) => {
    const request = { method, uri, querystring: {}, headers: {}, cookies: {} };
    const result: unknown = handler({ version: '1.0', context: {}, viewer: {}, request });
    if (isObject(result) && typeof result.uri === 'string') return result.uri;
    throw new Error(`${name} gives no request: answers of functions at the edge are not emulated`);
  };
}
