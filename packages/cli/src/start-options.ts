import { parseArgs } from 'node:util';

/** What `npm start` can be told. */
const USAGE = `npm start -- [--port 4000] [--fresh [--empty]]

  --port   Cổng phục vụ; mặc định 3000, hoặc biến môi trường PORT / where to serve; 3000, or PORT of the environment
  --fresh  Xoá dữ liệu trong .local và bắt đầu lại / delete what is in .local and begin anew
  --empty  Không nạp dữ liệu có sẵn, để nhập từ bản xuất / without the built-in data, for an import`;

export type StartOptions = { port: number; isFresh: boolean; isEmpty: boolean };

/**
 * Options of `npm start`; port 0 lets the system choose.
 *
 * @throws Error that names what was wrong and says what there is.
 */
export const startOptions = (args: readonly string[], portOfEnvironment?: string): StartOptions => {
  const { port = portOfEnvironment || '3000', fresh, empty } = parsed(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw wrong(`--port ${port}: 0–65535`);
  return { port: Number(port), isFresh: fresh, isEmpty: empty };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw wrong((error as Error).message);
  }
};

const wrong = (why: string): Error => new Error(`${why}\n\n${USAGE}`);
