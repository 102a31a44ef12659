/** One table of a font, by its four-letter tag. */
export type Table = (tag: string) => Buffer;

/** The tables of a TrueType font. */
export function tableReader(font: Buffer): Table {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  return (tag) => {
    const found = tables.get(tag);
    if (!found) throw new Error(`font has no ${tag} table, only ${[...tables.keys()].join(' ')}`);
    return found;
  };
}

/** Character code -> glyph number, 0 when the font lacks it. */
export function readCharacters(cmap: Buffer): (code: number) => number {
  const found = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const map = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    if (map.readUInt16BE(0) === 4) readSegments(map, found);
    if (map.readUInt16BE(0) === 12)
      for (let g = 0; g < map.readUInt32BE(12); g++) {
        const [first, last, glyph] = [16, 20, 24].map((offset) => map.readUInt32BE(offset + 12 * g));
        for (let code = first; code <= last; code++) found.set(code, glyph + code - first);
      }
  }
  return (code) => found.get(code) ?? 0;
}

function readSegments(map: Buffer, found: Map<number, number>): void {
  const bytes = map.readUInt16BE(6);
  for (let s = 0; s < bytes; s += 2) {
    const last = map.readUInt16BE(14 + s);
    const first = map.readUInt16BE(16 + bytes + s);
    const delta = map.readUInt16BE(16 + 2 * bytes + s);
    const rangeAt = 16 + 3 * bytes + s;
    const range = map.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : map.readUInt16BE(rangeAt + range + 2 * (code - first));
      if (range === 0 || glyph !== 0) found.set(code, (glyph + delta) & 0xffff);
    }
  }
}

/** Glyph number -> its outline as it stands in the font. */
export function outlineReader(table: Table): (glyph: number) => Buffer {
  const [glyf, loca] = [table('glyf'), table('loca')];
  const long = table('head').readUInt16BE(50) === 1;
  const offset = (i: number) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  return (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1));
}
