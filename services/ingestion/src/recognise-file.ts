import type { Answer, Request } from '@chi-so/runtime/http';
import { parameters } from '@chi-so/runtime/parameters';
import { catalogueOf } from './catalogue-reader.ts';
import { bytesOf } from './put-release.ts';
import { readReleases } from './read-releases.ts';
import { shownFindings, unreadable } from './report.ts';
import { SAID } from './said.ts';
import type { Stores } from './stores.ts';

/**
 * `POST /v1/releases/recognise`: which releases a file holds, told by its content. Writes nothing; each of them is then
 * sent to its own `PUT`.
 */
export const recogniseFile = async (stores: Stores, request: Request): Promise<Answer> => {
  const { upload, ...said } = parameters(request.query, [...SAID, 'upload']);
  const bytes = await bytesOf(stores, request, upload);
  const { releases, unrecognised } = await readReleases(bytes, said, catalogueOf(stores.records));
  if (releases.length === 0) throw unreadable(unrecognised);
  return {
    body: {
      data: releases.map(({ file: { release, rows }, methodology, layout, sheet }) => ({
        ...release,
        methodology: methodology.methodology,
        layout,
        sheet,
        units: new Set(rows.map(({ unit }) => unit)).size,
        components: [...new Set(rows.map(({ component }) => component))],
      })),
      meta: { findings: shownFindings(unrecognised, request.lang) },
      next: null,
    },
  };
};
