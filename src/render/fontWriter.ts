/** A TrueType font file of these tables, with directory and checksums (OpenType specification 1.9, "Organization of an OpenType font"). */
export function assemble(tables: Record<string, Buffer>): Buffer {
  const tags = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const search = [tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power)];
  const directory: Buffer[] = [uint32s([0x00010000]), uint16s(search)];
  const bodies: Buffer[] = [];
  let offset = 12 + 16 * tags.length;
  for (const tag of tags) {
    const body = Buffer.concat([tables[tag], Buffer.alloc((4 - (tables[tag].length % 4)) % 4)]);
    directory.push(Buffer.from(tag, 'latin1'), uint32s([checksum(body), offset, tables[tag].length]));
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}

function checksum(body: Buffer): number {
  let sum = 0;
  for (let i = 0; i < body.length; i += 4) sum = (sum + body.readUInt32BE(i)) >>> 0;
  return sum;
}

/** The numbers as big-endian bytes, two each. */
export function uint16s(values: number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => void buffer.writeUInt16BE(value, 2 * i));
  return buffer;
}

/** The numbers as big-endian bytes, four each. */
export function uint32s(values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => void buffer.writeUInt32BE(value, 4 * i));
  return buffer;
}
