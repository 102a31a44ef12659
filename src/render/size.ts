import type { Figure } from '../figures/figure';
import { defaultSize } from '../figures/theme';

/** Width and height in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The size that a figure is drawn at: its layout's, else the theme's default. */
export function figureSize({ layout }: Figure): Size {
  return { width: layout.width ?? defaultSize.width, height: layout.height ?? defaultSize.height };
}
