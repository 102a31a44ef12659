/** Where the patches of a convolution lie; images are [batch, inHeight, inWidth, inChannels] (channels last). */
export interface PatchGrid {
  batchSize: number;
  inHeight: number;
  inWidth: number;
  inChannels: number;
  outHeight: number;
  outWidth: number;
  filterHeight: number;
  filterWidth: number;
  strideHeight: number;
  strideWidth: number;
  padInfo: { top: number; left: number };
}

/**
 * Copies every patch that a filter sees into a row: [batch outHeight outWidth, filterHeight filterWidth inChannels], with
 * zeros beyond the edge. A convolution is then one matrix product.
 */
export function gatherPatches(images: Float32Array, grid: PatchGrid, patches: Float32Array): void {
  forEachRun(grid, (at, from, length, row) => {
    for (let i = 0; i < at; i++) patches[row + i] = 0;
    for (let i = 0; i < length; i++) patches[row + at + i] = images[from + i];
    for (let i = at + length; i < grid.filterWidth * grid.inChannels; i++) patches[row + i] = 0;
  });
}

/** The transpose of {@link gatherPatches}: adds every patch to the place it was copied from. */
export function scatterPatches(patches: Float32Array, grid: PatchGrid, images: Float32Array): void {
  images.fill(0);
  forEachRun(grid, (at, from, length, row) => {
    for (let i = 0; i < length; i++) images[from + i] += patches[row + at + i];
  });
}

/**
 * Visits every line of every patch: `row` is where the line begins among the patches, `from` where its part inside the
 * image begins, `at` how many numbers lie before that part, and `length` how many numbers are inside.
 */
function forEachRun(
  grid: PatchGrid,
  visit: (at: number, from: number, length: number, row: number) => void,
): void {
  const { inHeight, inWidth, inChannels, filterHeight, filterWidth, padInfo } = grid;
  const line = filterWidth * inChannels;
  let row = 0;
  for (let n = 0; n < grid.batchSize; n++)
    for (let i = 0; i < grid.outHeight; i++)
      for (let j = 0; j < grid.outWidth; j++) {
        const left = j * grid.strideWidth - padInfo.left;
        const first = Math.max(0, -left);
        const inside = Math.max(0, Math.min(filterWidth, inWidth - left) - first);
        for (let h = 0; h < filterHeight; h++, row += line) {
          const y = i * grid.strideHeight - padInfo.top + h;
          const length = y >= 0 && y < inHeight ? inside * inChannels : 0;
          visit(first * inChannels, ((n * inHeight + y) * inWidth + left + first) * inChannels, length, row);
        }
      }
}
