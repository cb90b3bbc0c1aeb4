import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { damaged, LIMITS, refuse, tooLarge } from './limits.ts';

/** The parts of an XLSX file that hold data, inflated under a cap on the bytes that come out. */

const isWanted = (name: string): boolean =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(name);

/**
 * The wanted parts by name, in small letters: writers differ in their case, and only in that.
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
      if (!isWanted(entry.fileName)) return;
      const name = entry.fileName.toLowerCase();
      if (parts.has(name)) throw damaged(`phần ${name} có hai lần`, `the part ${name} is there twice`);
      parts.set(name, await inflate(zip, entry, budget));
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
      else reject(broken(error));
    });
  });

const broken = (error: Error | null) => damaged(error?.message ?? '', error?.message ?? '');

const eachEntry = (zip: ZipFile, visit: (entry: Entry) => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    let entries = 0;
    zip.on('error', (error: Error) => reject(broken(error)));
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
        reject(broken(error));
        return;
      }
      const chunks: Buffer[] = [];
      let checksum = 0;
      stream.on('data', (chunk: Buffer) => {
        budget.left -= chunk.length;
        chunks.push(chunk);
        checksum = crc32(chunk, checksum);
        if (budget.left >= 0) return;
        const megabytes = LIMITS.inflatedBytes / 1024 / 1024;
        stream.destroy();
        reject(tooLarge(`giải nén vượt ${megabytes} MB`, `it inflates to more than ${megabytes} MB`));
      });
      stream.on('error', (failed: Error) => reject(broken(failed)));
      stream.on('end', () => {
        if (checksum === entry.crc32) resolve(Buffer.concat(chunks));
        else reject(damaged(`sai mã kiểm của ${entry.fileName}`, `the checksum of ${entry.fileName} is wrong`));
      });
    });
  });
