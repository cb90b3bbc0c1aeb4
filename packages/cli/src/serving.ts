import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm start` keeps its data, and while it serves a note of where it is, for commands on the same machine. */
export const LOCAL_DATA = join(import.meta.dirname, '..', '..', '..', '.local');

export type Serving = {
  url: string;
  token: string;
  /** For what operators do without the API. */
  tables?: ServedTables;
};

export type ServedTables = { endpoint: string; records: string; rankings: string };

const fileIn = (folder: string): string => join(folder, 'serving.json');

/** The token opens everything: nobody else on the machine may read the note. */
export const noteServing = (serving: Serving, folder = LOCAL_DATA): void => {
  rmSync(fileIn(folder), { force: true });
  writeFileSync(fileIn(folder), `${JSON.stringify(serving)}\n`, { mode: 0o600 });
};

/** Null where nothing serves, or the note cannot be read. */
export const readServing = (folder = LOCAL_DATA): Serving | null => {
  try {
    const { url, token, tables } = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Partial<Serving>;
    return typeof url === 'string' && typeof token === 'string' ? { url, token, ...(tables ? { tables } : {}) } : null;
  } catch {
    return null;
  }
};

/** A note that another server has written since stays. */
export const forgetServing = ({ token }: Serving, folder = LOCAL_DATA): void => {
  if (readServing(folder)?.token === token) rmSync(fileIn(folder), { force: true });
};
