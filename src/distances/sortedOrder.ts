/** Numbers as 64 bits that are ordered as the numbers are, in two words, each with the place where it came from. */
interface Keys {
  low: Uint32Array;
  high: Uint32Array;
  index: Uint32Array;
}

/**
 * The indices that sort `values` upwards, equal values in the order in which they came: radix sort, eight bits at a time. An order
 * by a comparing function takes ten times as long for a million values.
 *
 * @param values finite numbers
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  let keys = increasingBits(values);
  let spare = emptyKeys(values.length);
  for (let shift = 0; shift < 64; shift += 8) {
    const counts = digitCounts(keys, shift);
    if (counts.includes(values.length)) continue; // all have this digit in common
    distribute(keys, spare, shift, counts);
    [keys, spare] = [spare, keys];
  }
  return keys.index;
}

function emptyKeys(size: number): Keys {
  return { low: new Uint32Array(size), high: new Uint32Array(size), index: new Uint32Array(size) };
}

/** All bits of a negative number are flipped, of another the sign alone. */
function increasingBits(values: Float64Array): Keys {
  const keys = emptyKeys(values.length);
  const view = new DataView(new ArrayBuffer(8));
  for (let k = 0; k < values.length; k++) {
    view.setFloat64(0, values[k] + 0); // -0 + 0 is 0
    const [high, low] = [view.getUint32(0), view.getUint32(4)];
    const isNegative = high >= 0x80000000;
    keys.low[k] = isNegative ? ~low : low;
    keys.high[k] = isNegative ? ~high : high ^ 0x80000000;
    keys.index[k] = k;
  }
  return keys;
}

function digitCounts({ low, high }: Keys, shift: number): Uint32Array {
  const word = shift < 32 ? low : high;
  const counts = new Uint32Array(256);
  for (let k = 0; k < word.length; k++) counts[(word[k] >>> (shift & 31)) & 255]++;
  return counts;
}

/** Copies the keys into `to`, ordered by one digit. */
function distribute({ low, high, index }: Keys, to: Keys, shift: number, counts: Uint32Array): void {
  const word = shift < 32 ? low : high;
  const place = new Uint32Array(256);
  for (let digit = 1; digit < 256; digit++) place[digit] = place[digit - 1] + counts[digit - 1];
  for (let k = 0; k < index.length; k++) {
    const at = place[(word[k] >>> (shift & 31)) & 255]++;
    to.low[at] = low[k];
    to.high[at] = high[k];
    to.index[at] = index[k];
  }
}
