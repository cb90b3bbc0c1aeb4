import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { LIMITS, refuse, tooLarge } from './limits.ts';

/** The parts of an XLSX file that hold data, inflated under a cap on the bytes that come out. */

const isWanted = (name: string): boolean =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i.test(name);

/**
 * The wanted parts by name.
 *
 * @throws Problem 422 for what is no workbook, has macros, or is larger than `LIMITS` allows.
 */
export const readArchive = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await open(bytes);
  const parts = new Map<string, Buffer>();
  const budget = { left: LIMITS.inflatedBytes };
  try {
    await eachEntry(zip, async (entry) => {
      if (/vbaProject\.bin$/i.test(entry.fileName)) {
        throw refuse(
          'macros',
          'Tệp có macro: hãy lưu lại dưới dạng .xlsx thường',
          'The file has macros: save it as a plain .xlsx',
        );
      }
      if (isWanted(entry.fileName)) parts.set(entry.fileName, await inflate(zip, entry, budget));
    });
  } finally {
    zip.close();
  }
  return parts;
};

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (zip) resolve(zip);
      else reject(damaged(error));
    });
  });

const damaged = (error: Error | null) =>
  refuse(
    'damaged-workbook',
    `Tệp Excel bị hỏng: ${error?.message ?? ''}`,
    `The workbook is damaged: ${error?.message ?? ''}`,
  );

const eachEntry = (zip: ZipFile, visit: (entry: Entry) => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    let entries = 0;
    zip.on('error', (error: Error) => reject(damaged(error)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      if (++entries > LIMITS.entries) {
        reject(tooLarge(`hơn ${LIMITS.entries} phần`, `more than ${LIMITS.entries} parts`));
        return;
      }
      visit(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });

const inflate = (zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) {
        reject(damaged(error));
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        budget.left -= chunk.length;
        chunks.push(chunk);
        if (budget.left >= 0) return;
        const megabytes = LIMITS.inflatedBytes / 1024 / 1024;
        stream.destroy();
        reject(tooLarge(`giải nén vượt ${megabytes} MB`, `it inflates to more than ${megabytes} MB`));
      });
      stream.on('error', (failed: Error) => reject(damaged(failed)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
