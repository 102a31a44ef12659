import { expect, test } from 'vitest';
import { lines } from '../../src/figures/lines';
import { withSlider } from '../../src/figures/slider';

const figure = lines({
  title: 'Two',
  xTitle: 'x',
  yTitle: 'y',
  series: [
    { name: 'still', x: [0, 1], y: [0, 1] },
    { name: 'moving', x: [0, 1], y: [0, 0] },
  ],
});
const steps = [1, 2, 3].map((k) => ({ label: `${-k}`, traces: [1], data: [{ y: [k, k] }] }));

test('the figure itself shows the active step, so that a static picture does', () => {
  const moved = withSlider(figure, { name: 'θ', active: 2, steps });
  expect(moved.data[0]).toBe(figure.data[0]);
  expect(moved.data[1]).toMatchObject({ name: 'moving', y: [3, 3] });
  expect(moved.layout.sliders?.[0].active).toBe(2);
});

test('each step is a frame that the slider names', () => {
  const moved = withSlider(figure, { name: 'θ', unit: 'm', steps });
  expect(moved.frames?.map(({ name }) => name)).toEqual(['-1', '-2', '-3']);
  expect(moved.layout.sliders?.[0].steps?.map(({ label, args }) => [label, args?.[0]])).toEqual([
    ['−1', ['-1']],
    ['−2', ['-2']],
    ['−3', ['-3']],
  ]);
  expect(moved.layout.sliders?.[0].currentvalue).toMatchObject({ prefix: 'θ = ', suffix: ' m' });
});

test('the plot keeps its height: the slider gets room of its own', () => {
  expect(withSlider(figure, { name: 'θ', steps }).layout.height).toBeGreaterThan(figure.layout.height!);
});

test('updates without traces are for all traces in order', () => {
  const all = [{ label: 'a', data: [{ y: [5, 5] }, { y: [6, 6] }] }];
  expect(withSlider(figure, { name: 'θ', steps: all }).data).toMatchObject([{ y: [5, 5] }, { y: [6, 6] }]);
});

test.each([
  ['steps must not be empty', { steps: [] }],
  ['active must be a step between 0 and 2, got 7', { steps, active: 7 }],
  ['each step needs its own label, got -1 twice', { steps: [steps[0], steps[0]] }],
  [
    'step b updates trace 4, but the figure has 2 traces',
    { steps: [{ label: 'b', traces: [4], data: [{}] }] },
  ],
  [
    'step b must update as many traces as it names (2), got 1',
    { steps: [{ label: 'b', traces: [0, 1], data: [{}] }] },
  ],
])('bad input is named: %s', (message, options) => {
  expect(() => withSlider(figure, { name: 'θ', ...options })).toThrow(message);
});
