import { readFileSync } from 'node:fs';
import { bundledFamily, fontFiles } from './font';
import { subsetFont } from './fontSubset';

const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))}−×·…∞μ°±`;
const files = new Map<string, Buffer>();

/**
 * The `@font-face` rules that carry the letters of a text (and ASCII) inside a picture or page: about 16 kB. Bold comes along
 * only when the text has bold markup.
 */
export function fontFace(text: string): string {
  const weights = /<b>|<strong>|"weight"/.test(text)
    ? (['regular', 'bold'] as const)
    : (['regular'] as const);
  return weights
    .map((weight) => {
      const font = subsetFont(read(fontFiles[weight]), new Set(always + entities(text)));
      const source = `url(data:font/ttf;base64,${font.toString('base64')}) format("truetype")`;
      return `@font-face{font-family:"${bundledFamily}";font-weight:${weight === 'bold' ? 700 : 400};src:${source}}`;
    })
    .join('');
}

function read(file: string): Buffer {
  const font = files.get(file) ?? readFileSync(file);
  files.set(file, font);
  return font;
}

/** The characters that HTML entities in the labels stand for belong to the text too. */
function entities(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, digits) =>
    String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
  );
}
