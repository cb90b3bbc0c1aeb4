import { needsNoBody, weakEtag } from '@chi-so/runtime/etag';
import type { Answer, Request } from '@chi-so/runtime/http';
import { Problem } from '@chi-so/runtime/problem';
import type { DocumentContent } from './content.ts';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Of how documents are drawn: another number makes other entity tags. */
const LAYOUT = 1;

/** More rows than these are not drawn in the memory that the function has: of 1,000 it takes 0.37 of 0.5 GB. */
const MOST_ROWS = 1000;

/**
 * The document as a file. It is drawn only for whoever does not have it: the tag is of what is in it.
 *
 * @throws Problem 413 for more rows than can be drawn.
 */
export const documentAnswer = async (
  request: Pick<Request, 'headers' | 'lang' | 'method'>,
  content: DocumentContent,
  name: readonly string[],
): Promise<Answer> => {
  requireDrawable(content);
  const etag = weakEtag(DOCX_TYPE, request.lang, JSON.stringify([LAYOUT, content]));
  return {
    etag,
    headers: { 'content-type': DOCX_TYPE, 'content-disposition': dispositionOf(name) },
    body: needsNoBody(request, etag) ? '' : await drawn(content),
  };
};

/** The library weighs more than all else here: nobody who asks for a workbook waits for it. */
const drawn = async (content: DocumentContent): Promise<Buffer> => {
  const { draw } = await import('./draw.ts');
  return draw(content);
};

const requireDrawable = ({ blocks }: DocumentContent): void => {
  const rows = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  if (rows <= MOST_ROWS) return;
  throw new Problem(413, 'answer-too-large', {
    vi: `Văn bản có ${rows} dòng, nhiều nhất ${MOST_ROWS}: hãy nêu một khối (group), hoặc tải tệp .xlsx`,
    en: `The document has ${rows} rows, at most ${MOST_ROWS}: name a group, or fetch the .xlsx file`,
  });
};

/** A Vietnamese name (RFC 6266), and one in plain letters for what does not read that. */
const dispositionOf = (name: readonly string[]): string => {
  const whole = `${name.join(' ')}.docx`;
  const plain = whole
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9.-]+/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(whole).replace(/['()*]/g, percent)}`;
};

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
