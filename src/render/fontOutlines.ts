/** Where the glyph numbers of a composite outline's parts stand; none in a simple outline. */
function partOffsets(outline: Buffer): number[] {
  const offsets: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return offsets;
  for (let at = 10, more = true; more; ) {
    const flags = outline.readUInt16BE(at);
    offsets.push(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0);
    more = (flags & 32) !== 0;
  }
  return offsets;
}

/** The glyphs and all glyphs that they are composed of. */
export function withParts(glyphs: number[], outline: (glyph: number) => Buffer): number[] {
  const all = new Set(glyphs);
  for (const glyph of all)
    for (const at of partOffsets(outline(glyph))) all.add(outline(glyph).readUInt16BE(at));
  return [...all];
}

/** The outline with its parts' new numbers, without hinting, padded to four bytes. */
export function renumberParts(outline: Buffer, numbers: Map<number, number>): Buffer {
  const copy = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
  outline.copy(copy);
  for (const at of partOffsets(outline)) {
    copy.writeUInt16BE(numbers.get(outline.readUInt16BE(at))!, at);
    copy.writeUInt16BE(copy.readUInt16BE(at - 2) & ~0x0100, at - 2);
  }
  if (outline.length === 0 || outline.readInt16BE(0) < 0) return copy;
  const length = 10 + 2 * outline.readInt16BE(0);
  const hints = outline.readUInt16BE(length);
  const plain = Buffer.concat([
    outline.subarray(0, length),
    Buffer.alloc(2),
    outline.subarray(length + 2 + hints),
  ]);
  return Buffer.concat([plain, Buffer.alloc((4 - (plain.length % 4)) % 4)]);
}
