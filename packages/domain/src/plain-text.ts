/** Text of people as it is kept, so that it comes back from a spreadsheet as it went in. */

/** Control characters, which no workbook can hold; line ends and tabs are not among them. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** NFC, line ends as `\n`, nothing around it. A letter that was lost on its way here is a question mark: workbooks drop it. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(CONTROLS, '')
    .replace(/\p{Noncharacter_Code_Point}|\p{Cs}/gu, '')
    .replace(/\uFFFD/gu, '?')
    .trim();

/** The same in one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/gu, ' ');
