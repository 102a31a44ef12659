import { escapeHtml } from '../render/escapeHtml';

/** Text in a cell of a Markdown table. */
export function text(raw: string): string {
  return escapeHtml(raw).replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
