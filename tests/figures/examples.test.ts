import { expect, test } from 'vitest';
import { examples } from './examples';

/** Four significant digits, so that the last bits of a machine's arithmetic do not matter; pictures by their length. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(4));
  if (typeof value === 'string' && value.startsWith('data:')) return value.slice(0, 22);
  if (Array.isArray(value))
    return value.every((v) => typeof v !== 'object' || v === null)
      ? value.map(rounded).join(' ')
      : value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
  return value;
}

test.each(Object.keys(examples))('the figure %s is what it was', (name) => {
  expect(rounded(examples[name])).toMatchSnapshot();
});

test('every figure says what it shows: a title, and a title on each axis that has ticks', () => {
  for (const [name, { layout }] of Object.entries(examples)) {
    expect(layout.title?.text, name).toBeTruthy();
    for (const [key, axis] of Object.entries(layout))
      if (/^[xy]axis\d*$/.test(key) && name !== 'imageGrid')
        expect((axis as { title?: { text?: string } }).title?.text, `${name} ${key}`).toBeTruthy();
  }
});

test('no figure holds typed arrays, functions or numbers that JSON would lose', () => {
  for (const figure of Object.values(examples)) expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
});
