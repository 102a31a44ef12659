import type { Paper, PaperItem } from '../papers/paper';
import { text } from './markdown';

/** A paper's figures and tables by number: the notebook that recomputes each, or why none does. */
export function paperTable({ title, link, items }: Paper): string {
  const head = `\n### [${text(title)}](${link})\n\n| number | shows | where |\n|---|---|---|\n`;
  return head + items.map((item) => `| ${row(item).join(' | ')} |\n`).join('');
}

function row(item: PaperItem): string[] {
  const where =
    'notebook' in item
      ? `\`${item.notebook}.ipynb\`${item.note ? `: ${text(item.note)}` : ''}`
      : `not here: ${text(item.missing)}`;
  return [text(item.number), text(item.shows), where];
}
