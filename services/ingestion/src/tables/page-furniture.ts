/** What a page has around its table: its number, the address that it was printed from. */
export const isFurniture = (text: string): boolean =>
  isPageNumber(text) || PAGE.test(text) || PAGE_OF.test(text) || ADDRESS.test(text);

/** `3` or `- 3 -`, alone on its line. */
export const isPageNumber = (text: string): boolean => /^(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?$/u.test(text);

const PAGE = /^(?:trang|page)(?: số)?:? ?\d{1,4}(?: ?(?:\/|of|trên) ?\d{1,4})?$/iu;
const PAGE_OF = /^\d{1,4} ?\/ ?\d{1,4}$/u;
const ADDRESS = /^(?:https?:\/\/|www\.)\S{1,2000}(?: \d{1,4}\/\d{1,4})?$/iu;
