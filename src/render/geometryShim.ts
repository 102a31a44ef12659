import type { DOMWindow } from 'jsdom';
import { clientBox, elementBox } from './elementGeometry';
import type { Box } from './geometry';
import { flattenPath, pointAt, polylineLength } from './pathGeometry';

/** Gives the window's SVG elements the measurements that jsdom, which lays nothing out, leaves out. */
export function shimGeometry(window: DOMWindow): void {
  const points = (element: Element) => flattenPath(element.getAttribute('d') ?? '');
  const methods: Record<string, (this: Element, distance: number) => unknown> = {
    getBBox() {
      return rectangle(elementBox(this));
    },
    getBoundingClientRect() {
      return rectangle(clientBox(this));
    },
    getComputedTextLength() {
      return rectangle(elementBox(this)).width;
    },
    getTotalLength() {
      return polylineLength(points(this));
    },
    getPointAtLength(distance) {
      const [x, y] = pointAt(points(this), distance);
      return { x, y };
    },
  };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(window.SVGElement.prototype, name, { value, configurable: true });
}

function rectangle({ left, top, right, bottom }: Box = { left: 0, top: 0, right: 0, bottom: 0 }) {
  return { left, top, right, bottom, x: left, y: top, width: right - left, height: bottom - top };
}
