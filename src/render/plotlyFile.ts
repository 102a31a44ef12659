/** Absolute path of plotly.js: an asset for pages, which Node itself cannot `require`. */
export function plotlyFile(): string {
  return require.resolve('plotly.js-dist/plotly.js');
}
