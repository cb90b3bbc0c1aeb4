import { unzipSync, zipSync } from 'fflate';

/**
 * A DOCX without the time of its making: the library writes the clock into its properties and into every entry of the
 * archive. All times become `at`, so that the same state gives the same bytes.
 */
export const timeless = (docx: Buffer, at: string): Buffer => {
  const files = unzipSync(docx);
  const properties = files[PROPERTIES];
  if (!properties) throw new Error(`The document lacks ${PROPERTIES}`);
  const second = at.replace(/\.\d+Z$/, 'Z');
  const dated = Buffer.from(properties)
    .toString('utf8')
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${second}`);
  const entries = Object.entries({ ...files, [PROPERTIES]: Buffer.from(dated) });
  // An archive knows no time zone: without one here, its reader is told the same wherever this runs.
  const mtime = `${at.slice(0, 10)}T12:00:00`;
  return Buffer.from(zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { mtime }]]))));
};

const PROPERTIES = 'docProps/core.xml';
