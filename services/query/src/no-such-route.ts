import { methodsAt, nearestPath } from '@chi-so/contract/route-match';
import type { Answer, Request } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import { movedFile } from './formats/export-address.ts';

/** `$default`: what no route fits. A known path has other methods; an unknown one may be a known one misspelt. */
export const noSuchRoute = async ({ method, url }: Pick<Request, 'method' | 'url'>): Promise<Answer> => {
  const [path = ''] = url.split('?');
  const methods = methodsAt(path);
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (methods.length > 0 && method === 'OPTIONS') return { status: 204, headers: { allow }, body: '', cache: 'none' };
  if (methods.length > 0) {
    throw new Problem(
      405,
      'method-not-allowed',
      {
        vi: `${shown(path)} không nhận ${method}; nhận: ${allow}`,
        en: `${shown(path)} does not take ${method}, but: ${allow}`,
      },
      { headers: { allow }, allow: methods },
    );
  }
  const moved = method === 'GET' || method === 'HEAD' ? movedFile({ url }) : undefined;
  if (moved) return moved;
  const near = nearestPath(path);
  throw new Problem(
    404,
    'no-such-route',
    {
      vi: `Không có đường dẫn ${shown(path)}${near ? `: có phải ${near} không?` : ''}`,
      en: `There is no ${shown(path)} here${near ? `: did you mean ${near}?` : ''}`,
    },
    { candidates: near ? [near] : [] },
  );
};

const shown = (path: string): string => (path.length > 200 ? `${path.slice(0, 200)}…` : path);
