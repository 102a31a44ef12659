import { renumberParts, withParts } from './fontOutlines';
import { outlineReader, readCharacters, tableReader } from './fontReader';
import { assemble, uint16s, uint32s } from './fontWriter';

/**
 * Cuts a TrueType font down to some characters, so that a picture can carry its own letters in about 10 kB.
 *
 * Outlines, widths and pair kerning stay; hinting, ligatures and names go. Characters that the font lacks are left out
 * (the reader's browser then takes another font). Tables as in the OpenType specification 1.9: cmap format 12, kern format 0.
 *
 * @param font a font with `glyf` outlines, and a cmap of format 4 or 12
 * @param characters every character that will be set
 * @returns the smaller font
 */
export function subsetFont(font: Buffer, characters: Iterable<string>): Buffer {
  const table = tableReader(font);
  const glyphOf = readCharacters(table('cmap'));
  const codes = [...new Set([...characters].map((c) => c.codePointAt(0)!))].sort((a, b) => a - b);
  const known = codes.filter((code) => glyphOf(code) !== 0);
  const outline = outlineReader(table);
  const glyphs = withParts([0, ...new Set(known.map(glyphOf))], outline);
  const numbers = new Map(glyphs.map((old, index) => [old, index]));

  const outlines = glyphs.map((glyph) => renumberParts(outline(glyph), numbers));
  const ends = [0];
  for (const { length } of outlines) ends.push(ends.at(-1)! + length);
  const metrics = table('hhea').readUInt16BE(34);
  return assemble({
    'OS/2': table('OS/2'),
    cmap: writeCharacters(known.map((code) => [code, numbers.get(glyphOf(code))!])),
    glyf: Buffer.concat(outlines),
    head: patched(table('head'), 50, 1),
    hhea: patched(table('hhea'), 34, glyphs.length),
    hmtx: Buffer.concat(glyphs.map((glyph) => metric(table('hmtx'), glyph, metrics))),
    kern: kerning(table('kern'), numbers),
    loca: uint32s(ends),
    maxp: patched(table('maxp'), 4, glyphs.length),
    name: Buffer.from([0, 0, 0, 0, 0, 6]),
    post: Buffer.concat([Buffer.from([0, 3, 0, 0]), table('post').subarray(4, 32)]),
  });
}

function metric(hmtx: Buffer, glyph: number, count: number): Buffer {
  if (glyph < count) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
  const bearing = 4 * count + 2 * (glyph - count);
  return Buffer.concat([hmtx.subarray(4 * count - 4, 4 * count - 2), hmtx.subarray(bearing, bearing + 2)]);
}

function writeCharacters(pairs: [code: number, glyph: number][]): Buffer {
  const groups = uint32s(pairs.flatMap(([code, glyph]) => [code, code, glyph]));
  const head = Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0]);
  return Buffer.concat([head, uint32s([16 + groups.length, 0, pairs.length]), groups]);
}

/** The pairs of the first kern table (format 0, horizontal) between glyphs that stay. */
function kerning(kern: Buffer, numbers: Map<number, number>): Buffer {
  const pairs: [number, number, number][] = [];
  for (let i = 0; i < kern.readUInt16BE(10); i++) {
    const at = 18 + 6 * i;
    const [left, right] = [numbers.get(kern.readUInt16BE(at)), numbers.get(kern.readUInt16BE(at + 2))];
    if (left !== undefined && right !== undefined) pairs.push([left, right, kern.readUInt16BE(at + 4)]);
  }
  pairs.sort(([a, b], [c, d]) => a - c || b - d);
  const power = 2 ** Math.floor(Math.log2(Math.max(1, pairs.length)));
  const search = [pairs.length, 6 * power, Math.log2(power), 6 * (pairs.length - power)];
  return uint16s([0, 1, 0, 14 + 6 * pairs.length, 1, ...search.map((n) => Math.max(0, n)), ...pairs.flat()]);
}

function patched(table: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, offset);
  return copy;
}
