import type { Text } from './checks';

/** Mean width of a letter of the theme's font, in font sizes, rather too wide than too narrow. */
const letterWidth = 0.58;

/** About how wide a line of text is (markup not counted), in CSS pixels: figures are computed where no font is at hand. */
export function textWidth(text: Text, size: number): number {
  return text.replace(/<[^>]*>/g, '').length * letterWidth * size;
}

/**
 * The text broken with `<br>` between words into about equally long lines that are not wider than `width`.
 *
 * @param room width and font size in CSS pixels
 */
export function wrap(text: Text, { width, size }: { width: number; size: number }): Text {
  const count = Math.ceil(textWidth(text, size) / width);
  const target = Math.min(width, textWidth(text, size) / count + 6 * letterWidth * size);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= target) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('<br>');
}

/** The room that a figure's title of one or more lines takes at the top, in CSS pixels. */
export function titleHeight(text: Text): number {
  return 40 + 21 * text.split('<br>').length;
}
