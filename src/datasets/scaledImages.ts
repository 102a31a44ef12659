import type { ImageRange } from './imageSet';

/** Chosen images with their bytes scaled to numbers: byte b becomes low + (high - low) b / 255. @param size bytes of an image */
export function scaledImages(
  bytes: Uint8Array,
  size: number,
  indices: readonly number[],
  [low, high]: ImageRange,
): Float32Array {
  const out = new Float32Array(indices.length * size);
  indices.forEach((index, i) => {
    for (let k = 0; k < size; k++) out[i * size + k] = low + ((high - low) * bytes[index * size + k]) / 255;
  });
  return out;
}
