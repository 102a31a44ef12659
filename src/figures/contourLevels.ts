/**
 * Where the contour lines are. With a range of values they are at the same values on every map that has it, evenly between its
 * ends; else Plotly chooses about as many round values.
 */
export function contourLevels(
  contours: number,
  coloring: 'fill' | 'heatmap',
  range?: readonly [number, number],
) {
  if (!range) return { ncontours: contours, contours: { coloring } };
  const size = (range[1] - range[0]) / (contours + 1);
  return {
    autocontour: false,
    contours: { coloring, start: range[0] + size, end: range[1] - size / 2, size },
  };
}
