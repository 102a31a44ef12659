import { expect, test } from 'vitest';
import { coupling } from '../../src/figures/coupling';
import { pointSet } from '../../src/figures/pointSet';

const labels = { title: 'Coupling', xTitle: 'x₁', yTitle: 'x₂' };
const rows = pointSet('real', [0, 0, 1, 0], '#0072B2');
const columns = pointSet('generated', [0, 1, 1, 1, 2, 1], '#E69F00');
const plan = { rows: [0, 1, 1], columns: [0, 1, 2], masses: [0.5, 0.25, 0.25] };

test('a line goes from each column’s point to its row’s, in a width that grows with the mass', () => {
  const { data } = coupling({ ...labels, rows, columns, plan });
  expect(data).toHaveLength(4);
  expect(data[0]).toMatchObject({
    x: [1, 1, null, 2, 1, null],
    y: [1, 0, null, 1, 0, null],
    line: { width: 2 },
  });
  expect(data[1]).toMatchObject({ x: [0, 0, null], y: [1, 0, null], line: { width: 3.5 }, showlegend: true });
  expect(data.slice(2)).toMatchObject([{ name: 'real' }, { name: 'generated' }]);
});

test('equal masses are drawn in one thin width, with one entry in the legend', () => {
  const { data } = coupling({ ...labels, rows, columns, plan: { ...plan, masses: [1, 1, 1] } });
  expect(data).toHaveLength(3);
  expect(data[0]).toMatchObject({ name: 'coupling', showlegend: true, line: { width: 1 } });
});

test('equal units on both axes shape the figure like the points', () => {
  const wide = coupling({ ...labels, rows, columns, plan, equalAspect: true }).layout;
  expect(wide.yaxis).toMatchObject({ scaleanchor: 'x' });
  expect(wide.width!).toBeGreaterThan(wide.height!);
});

test('points may have a size each, and places on the vertical axis names', () => {
  const yNames = [
    { at: 0, name: 'Q' },
    { at: 1, name: 'P' },
  ];
  const { data, layout } = coupling({
    ...labels,
    rows,
    columns: { ...columns, size: [4, 8, 12] },
    plan,
    yNames,
  });
  expect(data[3]).toMatchObject({ marker: { size: [4, 8, 12], opacity: 1 } });
  expect(layout.yaxis).toMatchObject({ tickvals: [0, 1], ticktext: ['Q', 'P'] });
  expect(() => coupling({ ...labels, rows, columns: { ...columns, size: [4] }, plan })).toThrow(
    'sizes of generated must be as long as x of generated (3), got 1',
  );
});

test.each([
  ['pair 0 of the plan must name points of 2 and 3, got 2 and 0', { rows: [2, 1, 1] }],
  ['masses of the plan must be > 0, got 0 at 1', { masses: [1, 0, 1] }],
  ['columns of the plan must be as long as rows of the plan (3), got 1', { columns: [0] }],
  ['plan must not be empty', { rows: [], columns: [], masses: [] }],
])('%s', (message, wrong) => {
  expect(() => coupling({ ...labels, rows, columns, plan: { ...plan, ...wrong } })).toThrow(message);
});

test('points of the plane are split into their coordinates', () => {
  expect(pointSet('real', Float64Array.of(1, 2, 3, 4), '#000000')).toEqual({
    name: 'real',
    x: [1, 3],
    y: [2, 4],
    color: '#000000',
  });
  expect(() => pointSet('real', [1, 2, 3], '#000000')).toThrow(
    'points of real must be a positive multiple of 2 coordinates, got 3',
  );
});
