import type { Figure } from '../../src/figures/figure';
import { heatMap } from '../../src/figures/heatMap';
import { histogram } from '../../src/figures/histogram';
import { imageGrid } from '../../src/figures/imageGrid';
import { lines } from '../../src/figures/lines';
import { panels } from '../../src/figures/panels';
import { quiver } from '../../src/figures/quiver';
import { withSlider } from '../../src/figures/slider';
import { colors, exactLine } from '../../src/figures/theme';

/** `count` numbers from `low` to `high`. */
export function grid(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

const bell = (x: number, mean: number) => Math.exp(-((x - mean) ** 2) / 2) / Math.sqrt(2 * Math.PI);
const x = grid(-6, 6, 49);

const discriminator = lines({
  title: 'Discriminator between two Gaussians (μ = 2)',
  xTitle: 'sample x',
  yTitle: 'density',
  y2Title: 'probability of real',
  series: [
    { name: 'real', x, y: x.map((t) => bell(t, 2)), color: colors.real, fill: 'tozeroy' },
    { name: 'fake', x, y: x.map((t) => bell(t, -2)), color: colors.fake, fill: 'tozeroy' },
    {
      name: 'D(x), trained',
      x,
      y: x.map((t) => 1 / (1 + Math.exp(-3.7 * t))),
      color: colors.discriminator,
      axis: 'right',
    },
    { name: 'D*(x), exact', x, y: x.map((t) => 1 / (1 + Math.exp(-4 * t))), axis: 'right', ...exactLine },
  ],
});

const theta = grid(-1, 1, 21);
const distances = lines({
  title: 'Distances between two parallel lines',
  xTitle: 'distance θ',
  yTitle: 'distance (nats; W₁ in units of θ)',
  infinite: 'top',
  series: [
    { name: 'W₁', x: theta, y: theta.map(Math.abs), color: colors.critic },
    {
      name: 'KL(P₀ ‖ P<sub>θ</sub>)',
      x: theta,
      y: theta.map((t) => (Math.abs(t) < 1e-9 ? 0 : Infinity)),
      color: colors.generator,
    },
  ],
});

const axis = grid(-2, 2, 17);
const critic = heatMap({
  title: 'Critic value on the plane',
  xTitle: 'x₁',
  yTitle: 'x₂',
  valueTitle: 'critic value f(x)',
  x: axis,
  y: axis,
  z: axis.map((b) => axis.map((a) => Math.sin(2 * a) * Math.cos(b))),
  equalAspect: true,
  points: [{ name: 'real samples', x: [1, -1, 0.5], y: [0.5, 1, -1], color: colors.real }],
});

const places = grid(-1.5, 1.5, 5).flatMap((b) => grid(-1.5, 1.5, 5).map((a) => [a, b]));
const gradient = quiver({
  name: '∇f(x)',
  x: places.map(([a]) => a),
  y: places.map(([, b]) => b),
  u: places.map(([a, b]) => 2 * Math.cos(2 * a) * Math.cos(b)),
  v: places.map(([a, b]) => -Math.sin(2 * a) * Math.sin(b)),
  background: critic,
  title: 'What the generator is told',
});

const scores = histogram({
  title: 'Critic values of samples',
  xTitle: 'critic value',
  yTitle: 'density',
  density: true,
  bins: 12,
  series: [
    { name: 'real', values: grid(0, 1, 101).map((t) => 2 + t ** 2), color: colors.real },
    { name: 'fake', values: grid(0, 1, 101).map((t) => 2.5 - t ** 2), color: colors.fake },
  ],
});

const samples = imageGrid({
  title: 'Samples while training',
  images: Float32Array.from({ length: 4 * 8 * 8 }, (_, i) => Math.sin(i / 9)),
  shape: [4, 8, 8, 1],
  range: [-1, 1],
  columns: 2,
  rowLabels: ['step 0', 'step 100'],
  columnLabels: ['z₁', 'z₂'],
});

const both = panels([discriminator, gradient, scores], { title: 'Three views of one critic', columns: 2 });

const moving = withSlider(
  lines({
    title: 'Two densities',
    xTitle: 'x',
    yTitle: 'density',
    xRange: [-6, 6],
    yRange: [0, 0.45],
    series: [
      { name: 'real', x, y: x.map((t) => bell(t, 0)), color: colors.real },
      { name: 'fake', x, y: x.map((t) => bell(t, 0)), color: colors.fake },
    ],
  }),
  {
    name: 'θ',
    active: 3,
    steps: grid(-2, 2, 5).map((t) => ({
      label: String(t),
      traces: [1],
      data: [{ y: x.map((a) => bell(a, t)) }],
    })),
  },
);

/** One small figure of every kind. */
export const examples: Record<string, Figure> = {
  lines: discriminator,
  infinite: distances,
  heatMap: critic,
  quiver: gradient,
  histogram: scores,
  imageGrid: samples,
  panels: both,
  slider: moving,
};
