import { createCanvas } from '@napi-rs/canvas';

/** Pixels [n, h, w, c] row by row, c 1 or 3; the values of black and white; images in a row. */
interface Pictures {
  values: readonly number[];
  shape: readonly [n: number, h: number, w: number, c: number];
  range: readonly [black: number, white: number];
  columns: number;
}

/**
 * All images in one PNG, side by side with white between them.
 *
 * @returns the PNG as a data URL, its width and height, and the gap between two images, in image pixels
 */
export function mosaic({ values, shape: [n, h, w, c], range: [black, white], columns }: Pictures) {
  const gap = Math.max(1, Math.round(w / 14));
  const [width, height] = [columns * (w + gap) - gap, Math.ceil(n / columns) * (h + gap) - gap];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  pixels.data.fill(255);
  for (let i = 0; i < n * h * w; i++) {
    const [image, row, column] = [Math.floor(i / (h * w)), Math.floor(i / w) % h, i % w];
    const x = (image % columns) * (w + gap) + column;
    const y = Math.floor(image / columns) * (h + gap) + row;
    for (let channel = 0; channel < 3; channel++) {
      const value = values[i * c + (c === 1 ? 0 : channel)];
      pixels.data[4 * (y * width + x) + channel] = Math.round((255 * (value - black)) / (white - black));
    }
  }
  context.putImageData(pixels, 0, 0);
  return { source: canvas.toDataURL('image/png'), width, height, gap };
}
