import { invalidParameter } from './problem.ts';

/** An id as the caller wrote it, where it could be one. @throws Problem for what no key of a table can hold. */
export const checkedId = (parameter: string, id: string): string => {
  if (/^[^#\s]{1,100}$/u.test(id)) return id;
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  throw invalidParameter(parameter, `"${shown}" không thể là một mã`, `"${shown}" cannot be an id`);
};
