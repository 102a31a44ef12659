import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure';
import { figureJson } from '../../src/render/json';
import { examples } from '../figures/examples';

test('every figure survives the way to JSON and back', () => {
  for (const figure of Object.values(examples)) {
    const text = figureJson(figure);
    expect(JSON.parse(text)).toEqual(figure);
    expect(text.endsWith('}\n')).toBe(true);
    expect(figureJson(JSON.parse(text))).toBe(text);
  }
});

const broken = (y: unknown): Figure => ({ data: [{ type: 'scatter', y } as Figure['data'][0]], layout: {} });

test.each([
  ['figure.data[0].y[1] must be a finite number or null, got NaN', broken([1, Number.NaN])],
  ['figure.data[0].y must be a plain array, got a Float32Array', broken(Float32Array.of(1))],
  ['figure.data[0].y must be plain data, got a function', broken(() => 1)],
  ['figure.data[0].y[0] must not be undefined', broken([undefined])],
  ['figure.data[0] must not be undefined', { data: [undefined], layout: {} } as unknown as Figure],
])('what JSON would lose is an error: %s', (message, figure) => {
  expect(() => figureJson(figure)).toThrow(message);
});
