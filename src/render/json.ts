import type { Figure } from '../figures/figure';

/**
 * The figure as JSON text with a trailing newline: the same figure gives the same bytes.
 *
 * @throws Error on what JSON would drop or change without a word (functions, undefined traces, NaN and infinities, typed
 *   arrays), naming the place
 */
export function figureJson({ data, layout, frames }: Figure): string {
  const figure = { data, layout, ...(frames && { frames }) };
  return `${JSON.stringify(checked('figure', figure))}\n`;
}

function checked(place: string, value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    throw new Error(`${place} must be plain data, got a ${typeof value}`);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`${place} must be a finite number or null, got ${value}`);
  if (ArrayBuffer.isView(value))
    throw new Error(`${place} must be a plain array, got a ${value.constructor.name}`);
  if (Array.isArray(value))
    for (const [i, item] of value.entries()) {
      if (item === undefined) throw new Error(`${place}[${i}] must not be undefined`);
      checked(`${place}[${i}]`, item);
    }
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) checked(`${place}.${key}`, item);
  return value;
}
