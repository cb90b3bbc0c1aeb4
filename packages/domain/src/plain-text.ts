/** Text of people as it is kept, so that it comes back from a spreadsheet as it went in. */

/** Control characters, which no workbook can hold; line ends and tabs are not among them. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** NFC, line ends as `\n`, nothing around it. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(/[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .trim();

/** The same in one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/gu, ' ');
