import { type Canvas, createCanvas, Image } from '@napi-rs/canvas';
import type { DOMWindow } from 'jsdom';

/** Gives the window `<canvas>` elements that paint and images that load from data URLs: heat maps and image traces need them. */
export function shimCanvas(window: DOMWindow): void {
  const canvases = new WeakMap<object, Canvas>();
  const behind = (element: { width: number; height: number }): Canvas => {
    let canvas = canvases.get(element);
    if (!canvas || canvas.width !== element.width || canvas.height !== element.height) {
      canvas = createCanvas(element.width, element.height);
      canvases.set(element, canvas);
    }
    return canvas;
  };
  Object.defineProperties(window.HTMLCanvasElement.prototype, {
    getContext: {
      value(this: HTMLCanvasElement, kind: string) {
        return kind === '2d' ? behind(this).getContext('2d') : null;
      },
    },
    toDataURL: {
      value(this: HTMLCanvasElement) {
        return behind(this).toDataURL('image/png');
      },
    },
  });
  Object.assign(window, { Image: loadingImage });
}

/** `new Image()` whose `src` may also be set as an attribute, as plotly does. */
function loadingImage(): Image {
  const image = new Image();
  return Object.assign(image, {
    setAttribute(name: string, value: string) {
      if (name === 'src') image.src = value;
    },
  });
}
