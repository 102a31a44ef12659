const tile = 16; // 16 x 16 numbers of 4 bytes: lines and columns of a tile stay in the fastest cache

/** Transposes `count` matrices [rows, columns] that lie one after the other. */
export function transpose(
  from: Float32Array,
  count: number,
  rows: number,
  columns: number,
  to: Float32Array,
): void {
  for (let k = 0; k < count; k++) {
    const base = k * rows * columns;
    for (let top = 0; top < rows; top += tile)
      for (let left = 0; left < columns; left += tile) {
        const bottom = Math.min(rows, top + tile);
        const right = Math.min(columns, left + tile);
        for (let j = left; j < right; j++)
          for (let i = top; i < bottom; i++) to[base + j * rows + i] = from[base + i * columns + j];
      }
  }
}
