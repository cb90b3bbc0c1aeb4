import { wrapped } from './wrapped.ts';

/** A drawing as a file that looks the same away from the page: its styles are written into it, its title and source beside it. */

/** What styles of the page do to a drawing. */
const DRAWN = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-opacity'],
  ...['opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order'],
];

const MARGIN = 16;
/** Title and source: the height of a line, and about how wide a letter is. */
const TITLE = { line: 24, letter: 8.6, style: 'font-size: 16px; font-weight: 600' };
const SOURCE = { line: 18, letter: 6, style: 'font-size: 11px' };

/** The text of an SVG file. */
export const svgOf = (drawing: SVGSVGElement, { title, source }: { title: string; source: string }): string => {
  const [, , width = 0, height = 0] = drawing.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const styles = getComputedStyle(originals[i] as Element);
    (element as SVGElement).style.cssText = DRAWN.map((name) => `${name}: ${styles.getPropertyValue(name)}`).join('; ');
    for (const name of ['class', 'role', 'tabindex']) element.removeAttribute(name);
  }
  const page = getComputedStyle(document.body);
  const titles = wrapped(title, width / TITLE.letter);
  const sources = wrapped(source, width / SOURCE.letter);
  const top = titles.length * TITLE.line + MARGIN;
  const whole = top + height + sources.length * SOURCE.line + MARGIN;
  const lines = (texts: readonly string[], { line, style }: typeof TITLE, y: number) =>
    texts.map((text, i) => `<text x="0" y="${y + i * line}" style="${style}">${escaped(text)}</text>`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * MARGIN}" height="${whole + 2 * MARGIN}" `,
    `viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${whole + 2 * MARGIN}">`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="100%" height="100%" fill="${page.backgroundColor}"/>`,
    `<g fill="${page.color}" style="font-family: ${page.fontFamily.replaceAll('"', "'")}">`,
    lines(titles, TITLE, MARGIN),
    lines(sources, SOURCE, top + height + MARGIN + SOURCE.line / 2),
    '</g>',
    `<g transform="translate(0 ${top})">${[...copy.childNodes].map(written).join('')}</g></svg>`,
  ].join('');
};

/** The same as a PNG of twice as many points, in the page's own typeface. */
export const pngOf = async (svg: string): Promise<Blob> => {
  const image = new Image();
  const withFonts = svg.replace('>', `><style>${await fontFaces()}</style>`);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withFonts)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
};

/** Gives a file to the reader. */
export const saveFile = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** The typefaces that the page has loaded, as rules that need no other file: a picture may not fetch any. */
const fontFaces = async (): Promise<string> => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
  const inlined = await Promise.all(
    faces.map(async ({ cssText, parentStyleSheet }) => {
      const [, path] = /url\("?([^")]+\.woff2)"?\)/.exec(cssText) ?? [];
      if (path === undefined) return '';
      const response = await fetch(new URL(path, parentStyleSheet?.href ?? location.href));
      const url = await dataUrl(await response.blob());
      return cssText.replace(/src:[^;]+;/, `src: url(${url}) format("woff2");`);
    }),
  );
  return inlined.join('');
};

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsDataURL(blob);
  });

const written = (node: Node): string => new XMLSerializer().serializeToString(node);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
