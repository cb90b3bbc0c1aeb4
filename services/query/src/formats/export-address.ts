import { ANALYSES } from '@chi-so/contract/analysis-columns';
import { TABLE_NAMES } from '@chi-so/contract/columns';
import type { Answer } from '@chi-so/runtime/answer';
import type { Request } from '@chi-so/runtime/request';

/** Where the files are that a function of their own makes: `/v1/exports/…` with the same path and query. */

/** Sends whoever asks for a workbook or for the description of the columns there, for good. */
export const exportAnswer = ({ url }: Pick<Request, 'url'>, suffix: 'xlsx' | 'metadata.json'): Answer =>
  moved(exportAddress(url, suffix));

/** Tables that are one address; a ranking has one for each period, and analyses have a folder of their own. */
const LIST_NAMES = TABLE_NAMES.filter((name) => name !== 'rankings' && !ANALYSES.some((analysis) => analysis === name));

/** `/v1/series.xlsx`: lists have no route for these suffixes. Undefined where nothing of the kind is meant. */
export const movedFile = ({ url }: Pick<Request, 'url'>): Answer | undefined => {
  const [, table, suffix] = /^\/v1\/([a-z]+)\.(xlsx|metadata\.json)(?:\?|$)/.exec(url) ?? [];
  const isKnown = LIST_NAMES.some((name) => name === table);
  return isKnown ? exportAnswer({ url }, suffix as 'xlsx' | 'metadata.json') : undefined;
};

/** Sends whoever asks for all figures of an index, `/v1/indices/pci.csv`, to where they are made. */
export const bulkAnswer = ({ url }: Pick<Request, 'url'>): Answer => moved(url.replace(/^\/v1\//, '/v1/exports/'));

/** The header by which a CSV file names the description of its columns. */
export const describedBy = ({ url }: Pick<Request, 'url'>): string =>
  `<${exportAddress(url, 'metadata.json')}>; rel="describedby"; type="application/json"`;

const FORM = new Set(['format', 'layout', 'profile', 'value']);

const exportAddress = (url: string, suffix: 'xlsx' | 'metadata.json'): string => {
  const [path = '', query = ''] = url.split('?', 2);
  const bare = path.replace(/\.(metadata\.json|json|csv|xlsx)$/, '');
  // A description is of the columns, whatever their layout; a workbook has one, and is named by its suffix.
  const kept = query.split('&').filter((pair) => {
    const [name = ''] = pair.split('=');
    return pair !== '' && (suffix === 'xlsx' ? name !== 'format' : !FORM.has(name));
  });
  const address = bare.replace(/^\/v1\//, '/v1/exports/');
  return `${address}.${suffix}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
};

const moved = (location: string): Answer => ({ status: 308, headers: { location }, body: { location } });
