import { type Affine, type Box, mapBox, multiply, numbersIn, parseTransform, union } from './geometry';
import { flattenPath } from './pathGeometry';
import { textBox } from './textGeometry';

const unseen = new Set(['defs', 'clipPath', 'style', 'title', 'linearGradient', 'pattern']);

/** What `getBBox` of an SVG element says: its box in its own user units, before its own transform. */
export function elementBox(element: Element): Box | undefined {
  const name = element.tagName;
  if (unseen.has(name) || /display:\s*none/.test(element.getAttribute('style') ?? '')) return undefined;
  if (name === 'text' || name === 'tspan') return textBox(element);
  if (name === 'rect' || name === 'image') {
    const [left, top, width, height] = ['x', 'y', 'width', 'height'].map((key) => number(element, key));
    return { left, top, right: left + width, bottom: top + height };
  }
  if (name === 'circle') {
    const [x, y, r] = ['cx', 'cy', 'r'].map((key) => number(element, key));
    return { left: x - r, top: y - r, right: x + r, bottom: y + r };
  }
  if (name === 'path')
    return union(
      flattenPath(element.getAttribute('d') ?? '').map(([x, y]) => ({
        left: x,
        right: x,
        top: y,
        bottom: y,
      })),
    );
  return union(
    [...element.children].flatMap((child) => {
      const box = elementBox(child);
      return box ? [mapBox(parseTransform(child.getAttribute('transform')), box)] : [];
    }),
  );
}

/** What `getBoundingClientRect` of an SVG element says: its box with all transforms up to the outermost `<svg>`. */
export function clientBox(element: Element): Box | undefined {
  const box = elementBox(element);
  if (!box) return undefined;
  let map: Affine = [1, 0, 0, 1, 0, 0];
  for (let at: Element | null = element; at; at = at.parentElement) {
    map = multiply(parseTransform(at.getAttribute('transform')), map);
    if (at.tagName === 'svg') map = multiply([1, 0, 0, 1, number(at, 'x'), number(at, 'y')], map);
  }
  return mapBox(map, box);
}

function number(element: Element, attribute: string): number {
  return numbersIn(element.getAttribute(attribute) ?? '')[0] ?? 0;
}
