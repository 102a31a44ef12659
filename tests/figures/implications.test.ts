import type { ScatterData } from 'plotly.js-dist';
import { describe, expect, test } from 'vitest';
import { implications } from '../../src/figures/implications';

const statements = {
  a: { text: 'A', x: 100, y: 100 },
  b: { text: 'B', x: 300, y: 100 },
  c: { text: 'C', x: 100, y: 300 },
};
const title = 'What implies what';
const holds = { from: 'a', to: 'b', text: 'since so', holds: true };
const fails = { from: 'b', to: 'a', text: 'not so', holds: false };
const traces = (figure: { data: unknown[] }) =>
  figure.data as (Partial<ScatterData> & { x: number[]; y: number[] })[];

describe('implications', () => {
  test('what holds is solid, what does not is dashed and crossed', () => {
    const drawn = traces(implications({ title, statements, arrows: [holds, fails] }));
    expect(drawn.map(({ name }) => name)).toEqual([
      'implies',
      'implies',
      'does not imply',
      'does not imply',
      'does not imply',
    ]);
    expect(drawn[0].line?.dash).toBe('solid');
    expect(drawn[2].line?.dash).toBe('dash');
    expect(drawn[4].marker?.symbol).toBe('x');
  });

  test('an arrow leads from box to box, and the one that comes back runs beside it', () => {
    const drawn = traces(implications({ title, statements, arrows: [holds, fails] }));
    const [there, back] = [drawn[0], drawn[2]];
    expect(there.x[0]).toBeGreaterThan(100);
    expect(there.x[1]).toBeLessThan(300);
    expect(there.x[0]).toBeCloseTo(back.x[1], 9);
    expect(there.y[0]).toBeLessThan(100); // left of a way to the right is above
    expect(back.y[0]).toBeGreaterThan(100);
  });

  test('an arrow that goes down keeps its text on the right, one that goes up on the left', () => {
    const down = { from: 'a', to: 'c', text: 'down', holds: true };
    const up = { from: 'c', to: 'a', text: 'up', holds: true };
    const { annotations } = implications({ title, statements, arrows: [down, up] }).layout;
    const [first, second] = annotations!.slice(-2);
    expect(first).toMatchObject({ text: 'down', xanchor: 'left', yanchor: 'middle' });
    expect(second).toMatchObject({ text: 'up', xanchor: 'right', yanchor: 'middle' });
    expect(first.x).toBeGreaterThan(100);
    expect(second.x).toBeLessThan(100);
  });

  test('the head ends where the shaft ends', () => {
    const [shaft, head] = traces(implications({ title, statements, arrows: [holds] }));
    expect([head.x[1], head.y[1]]).toEqual([shaft.x[1], shaft.y[1]]);
    expect(head.x[0]).toBeLessThan(head.x[1]);
  });

  test('one unit of the axes is one CSS pixel, y going down', () => {
    const { layout } = implications({ title, statements, arrows: [holds], width: 500, height: 400 });
    const { l, r, t, b } = layout.margin!;
    expect(layout.xaxis!.range).toEqual([0, 500 - l! - r!]);
    expect(layout.yaxis!.range).toEqual([400 - t! - b!, 0]);
  });

  test('says what is wrong with its input', () => {
    const wrong = (arrow: object) => () =>
      implications({ title, statements, arrows: [{ ...holds, ...arrow }] });
    expect(wrong({ to: 'd' })).toThrow('arrows must join a, b, c, got d');
    expect(wrong({ to: 'a' })).toThrow('must lie apart, got both at 100, 100');
    expect(wrong({ text: '' })).toThrow('text of a to b must be a text, got ""');
    expect(() => implications({ title, statements, arrows: [] })).toThrow('arrows must not be empty');
  });
});
