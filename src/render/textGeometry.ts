import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { measuringFamily, registerFont } from './font';
import { type Box, numbersIn, union } from './geometry';

let measuring: SKRSContext2D | undefined;

/** Width of a piece of text and how far the font reaches above and below the base line, in CSS pixels. */
export function measureText(text: string, { size, bold = false }: { size: number; bold?: boolean }) {
  registerFont();
  measuring ??= createCanvas(1, 1).getContext('2d');
  measuring.font = `${bold ? 'bold ' : ''}${size}px "${measuringFamily}"`;
  const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = measuring.measureText(text);
  return { width, up: Math.round(fontBoundingBoxAscent), down: Math.round(fontBoundingBoxDescent) };
}

/** A property of an SVG element: its own style or attribute, else the nearest ancestor's. */
function property(element: Element | null, name: string): string | undefined {
  for (let at = element; at; at = at.parentElement) {
    const style = at.getAttribute('style')?.match(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`))?.[1];
    const value = style ?? at.getAttribute(name);
    if (value) return value.trim();
  }
  return undefined;
}

/** Font size in pixels; percentages (sub- and superscripts) count from the parent's size. */
function fontSize(element: Element | null): number {
  const size = property(element, 'font-size') ?? '16px';
  if (!size.endsWith('%')) return Number.parseFloat(size);
  let owner = element;
  while (owner && !(owner.getAttribute('style') ?? '').includes('font-size')) owner = owner.parentElement;
  return (fontSize(owner?.parentElement ?? null) * Number.parseFloat(size)) / 100;
}

/** A length in user units; `em` counts from the element's font size. */
function length(element: Element, attribute: string): number {
  const text = element.getAttribute(attribute);
  if (text === null) return 0;
  return (numbersIn(text)[0] ?? 0) * (text.endsWith('em') ? fontSize(element) : 1);
}

interface Chunk {
  anchor: string;
  runs: Box[];
}

/**
 * The box of an SVG `<text>` or `<tspan>` in its own user units, laid out as browsers do it: `x` starts a new chunk, which is
 * shifted by its `text-anchor`; `dx` and `dy` move the pen; the height of a line is that of the font, not of its letters.
 */
export function textBox(element: Element): Box | undefined {
  const chunks: Chunk[] = [];
  walk(element, { x: 0, y: 0 }, chunks);
  return union(
    chunks.flatMap(({ anchor, runs }) => {
      const box = union(runs);
      if (!box) return [];
      const shift = (box.right - box.left) * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
      return [{ ...box, left: box.left - shift, right: box.right - shift }];
    }),
  );
}

function walk(element: Element, pen: { x: number; y: number }, chunks: Chunk[]): void {
  if (property(element, 'display') === 'none') return;
  if (element.hasAttribute('x') || chunks.length === 0) {
    chunks.push({ anchor: property(element, 'text-anchor') ?? 'start', runs: [] });
    pen.x = length(element, 'x');
  }
  if (element.hasAttribute('y')) pen.y = length(element, 'y');
  pen.x += length(element, 'dx');
  pen.y += length(element, 'dy');
  const size = fontSize(element);
  const bold = /^(bold|bolder|[6-9]00)$/.test(property(element, 'font-weight') ?? '');
  for (const child of element.childNodes) {
    if (child.nodeType === child.ELEMENT_NODE) walk(child as Element, pen, chunks);
    const text = child.nodeType === child.TEXT_NODE ? (child.nodeValue ?? '') : '';
    if (text === '') continue;
    const { width, up, down } = measureText(text, { size, bold });
    chunks.at(-1)?.runs.push({ left: pen.x, right: pen.x + width, top: pen.y - up, bottom: pen.y + down });
    pen.x += width;
  }
}
