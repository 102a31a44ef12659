import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { bundledFamily, fontFiles } from './font';

const always = `${String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))}−×·…∞μ°±`;

/**
 * The `@font-face` rules that carry the letters of a text (and ASCII) inside a picture or page: about 16 kB. Bold comes along
 * only when the text has bold markup.
 */
export async function fontFace(text: string): Promise<string> {
  const characters = always + entities(text);
  const bold = /<b>|<strong>|"weight"/.test(text);
  return [
    await rule(fontFiles.regular, 400, characters),
    bold ? await rule(fontFiles.bold, 700, characters) : '',
  ].join('');
}

const rules = new Map<string, Promise<string>>();

/** The rule for one file; figures of a notebook mostly need the same characters. */
function rule(file: string, weight: number, characters: string): Promise<string> {
  const key = [file, ...new Set(characters)].sort().join('');
  const known = rules.get(key) ?? makeRule(file, weight, characters);
  rules.set(key, known);
  return known;
}

async function makeRule(file: string, weight: number, characters: string): Promise<string> {
  const font = await subsetFont(await readFile(file), characters, { targetFormat: 'woff2' });
  const source = `url(data:font/woff2;base64,${font.toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${bundledFamily}";font-weight:${weight};src:${source}}`;
}

/** The characters that HTML entities in the labels stand for belong to the text too. */
function entities(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, digits) =>
    String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
  );
}
