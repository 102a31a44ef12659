import type { Figure } from '../figures/figure';

/** A figure's title as plain text, without the tags that Plotly allows in it; empty when it has none. */
export function figureTitle(figure: Figure): string {
  const title = figure.layout.title;
  const text = typeof title === 'string' ? title : (title?.text ?? '');
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
